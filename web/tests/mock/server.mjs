// Serves the fixture and web/dist on 127.0.0.1, with a stricter content security policy than the
// real server needs: node tests/mock/server.mjs [PORT] [--exercise]
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";

import * as answers from "./answers.mjs";
import { makeRecord } from "./record.mjs";

const record = makeRecord(process.argv.includes("--exercise"));
const port = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 0);
const dist = new URL("../../dist/", import.meta.url);
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

function answer(path, query) {
    const asOf = query.get("as_of") ?? undefined;
    const [, place, id, part] = /^\/api\/v1\/([a-z]+)(?:\/([^/]+))?(?:\/([a-z-]+))?$/.exec(path) ?? [];
    if (asOf !== undefined && !/^\d{4}-\d\d-\d\d$/.test(asOf))
        throw new answers.Refusal(422, "E0124", `expected a day as YYYY-MM-DD, found "${asOf}"`, "as_of");
    if ((query.get("recorded_by") ?? "9999") < "2026-11-22")
        throw new answers.Refusal(404, "E0802", `this record did not exist on ${query.get("recorded_by")}: its first entry was recorded at 2026-11-22T09:00:00Z`, "recorded_by");
    if (place === "outcomes" && part === "outlook") return answers.outlook(record, id, asOf, query.get("history") === "true");
    if (place === "outcomes" && part === "track-record") return answers.trackRecord(record, id);
    if (place === "statistics" && id === "forecast") return answers.forecast(record, asOf);
    if (place === "statistics" && id === "adjustment") return answers.adjustment(record, asOf);
    if (place === "statistics" && id === "forecasts") return answers.publishedForecasts(record, asOf);
    if (place === "outlooks") return answers.publishedOutlooks(record, query.get("about"), asOf);
    if (place === "targets" && part === "outlook") return answers.targetOutlook(record, id, asOf);
    if (place === "targets") return id === undefined ? answers.scoreboard(record, asOf) : answers.story(record, id, asOf);
    if (place === "plan") return answers.plan(record, asOf);
    if (place === "indicators") return answers.indicator(record, id, asOf);
    if (place === "journal") return id === undefined ? answers.journal(query.get("before") ?? undefined) : answers.entry(id);
    throw new answers.Refusal(404, "E0602", "there is nothing at this address", path);
}

function file(path, response) {
    const asked = new URL(`.${path}`, dist);
    const isFile = path !== "/" && asked.href.startsWith(dist.href) && existsSync(asked);
    const from = isFile ? asked : new URL("index.html", dist);
    response.writeHead(200, {
        "Content-Type": types[extname(from.pathname)] ?? "application/octet-stream",
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    });
    response.end(readFileSync(from));
}

const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith("/api/")) return file(pathname, response);
    try {
        const body = JSON.stringify(answer(pathname, searchParams));
        response.writeHead(200, { "Content-Type": "application/json" }).end(body);
    } catch (error) {
        if (!(error instanceof answers.Refusal)) throw error;
        response.writeHead(error.body.status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(error.body));
    }
});
server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
