import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { en } from "./en";
import { forecasts } from "./enForecasts";
import { rooms } from "./enRooms";

const source = new URL("..", import.meta.url).pathname;

function filesOf(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? filesOf(join(folder, one.name)) : /\.tsx?$/.test(one.name) ? [join(folder, one.name)] : [],
    );
}

function has(key: string): boolean {
    let at: unknown = { ...en, ...rooms, forecasts };
    const parts = key.split(".");
    for (const part of parts.slice(0, -1)) at = (at as Record<string, unknown>)?.[part];
    const last = parts.at(-1) ?? "";
    const level = (at ?? {}) as Record<string, unknown>;
    return last in level || `${last}_other` in level;
}

describe("the words", () => {
    it("hold every key that a page names", () => {
        const missing = filesOf(source)
            .filter((file) => !file.endsWith(".test.ts"))
            .flatMap((file) =>
                [...readFileSync(file, "utf8").matchAll(/\bt\(\s*"([\w.]+)"/g)].map((match) => ({ file, key: match[1] ?? "" })),
            )
            .filter(({ key }) => !has(key));
        expect(missing).toEqual([]);
    });
});
