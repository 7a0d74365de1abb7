import { createHash, webcrypto } from "node:crypto";

import { beforeAll, describe, expect, it, vi } from "vitest";

import { canonical, check, fromHex, readCheckpoint, rootOf, toHex } from "./proof";

const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const leafOf = (entry: unknown) => sha(Uint8Array.of(0), Buffer.from(canonical(entry)));

/** RFC 9162, 2.1.1 and 2.1.3.1, written as the recursion that they define. */
function split(size: number): number {
    let power = 1;
    while (power * 2 < size) power *= 2;
    return power;
}
function root(leaves: Buffer[]): Buffer {
    if (leaves.length === 1) return leaves[0] as Buffer;
    const at = split(leaves.length);
    return sha(Uint8Array.of(1), root(leaves.slice(0, at)), root(leaves.slice(at)));
}
function path(seq: number, leaves: Buffer[]): Buffer[] {
    if (leaves.length === 1) return [];
    const at = split(leaves.length);
    return seq < at
        ? [...path(seq, leaves.slice(0, at)), root(leaves.slice(at))]
        : [...path(seq - at, leaves.slice(at)), root(leaves.slice(0, at))];
}

function claimOf(size: number, seq: number) {
    const entries = Array.from({ length: size }, (_, index) => ({
        seq: index,
        subject: `1.1.1-1@2024-Q${index}`,
        payload: { value: "12.50", note: "é\u2028ہ" },
    }));
    const leaves = entries.map(leafOf);
    return {
        entry: entries[seq] as (typeof entries)[number],
        leaf_hash: (leaves[seq] as Buffer).toString("hex"),
        inclusion: path(seq, leaves).map((hash) => hash.toString("hex")),
        checkpoint: `example.gov/strategy\n${size}\n${root(leaves).toString("base64")}\n\n— example.gov/strategy AAAA\n`,
    };
}

// Browsers have it; Node 18 keeps it in a module.
beforeAll(() => {
    vi.stubGlobal("crypto", webcrypto);
});

describe("canonical", () => {
    it("sorts members by UTF-16 code units and writes no spaces", () => {
        expect(canonical({ b: [1, true, null], "\ud83d\ude00": 0, "\ufb33": 1, a: "x\n" })).toBe(
            '{"a":"x\\n","b":[1,true,null],"\ud83d\ude00":0,"\ufb33":1}',
        );
    });
});

describe("check", () => {
    it("holds for every entry of every tree of up to 17 entries", async () => {
        for (let size = 1; size <= 17; ++size) {
            for (let seq = 0; seq < size; ++seq)
                expect(await check(claimOf(size, seq)), `${seq} of ${size}`).toBe("holds");
        }
    });

    it("names the leaf when one character of the entry was changed", async () => {
        const claim = claimOf(7, 3);
        claim.entry.payload.value = "12.51";
        expect(await check(claim)).toBe("leaf");
    });

    it("names the root when a hash of the proof was changed, left out or added", async () => {
        const claim = claimOf(7, 3);
        const [first = "", ...rest] = claim.inclusion;
        const flipped = (first.startsWith("0") ? "1" : "0") + first.slice(1);
        expect(await check({ ...claim, inclusion: [flipped, ...rest] })).toBe("root");
        expect(await check({ ...claim, inclusion: rest })).toBe("root");
        expect(await check({ ...claim, inclusion: [...claim.inclusion, first] })).toBe("root");
    });

    it("refuses a checkpoint or a proof that cannot be read", async () => {
        const claim = claimOf(2, 0);
        expect(await check({ ...claim, checkpoint: "" })).toBe("form");
        expect(await check({ ...claim, inclusion: ["zz"] })).toBe("form");
    });
});

describe("rootOf", () => {
    it("has no answer for an entry outside the tree", async () => {
        const leaf = fromHex("00".repeat(32));
        expect(leaf && (await rootOf(leaf, 5, 5, []))).toBeUndefined();
    });
});

describe("readCheckpoint", () => {
    it("reads origin, size and root", () => {
        const read = readCheckpoint(`log\n12\n${Buffer.alloc(32, 7).toString("base64")}\n`);
        expect(read).toEqual({ origin: "log", size: 12, root: "07".repeat(32) });
    });
    it("refuses a size with a leading zero and a root of the wrong length", () => {
        expect(readCheckpoint(`log\n012\n${Buffer.alloc(32).toString("base64")}\n`)).toBeUndefined();
        expect(readCheckpoint(`log\n12\n${Buffer.alloc(31).toString("base64")}\n`)).toBeUndefined();
    });
    it("turns bytes into hexadecimal digits and back", () => {
        expect(toHex(fromHex("00ff10") ?? new Uint8Array())).toBe("00ff10");
        expect(fromHex("0g")).toBeUndefined();
    });
});
