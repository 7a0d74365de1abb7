// What a browser loads for the first page, compressed: index.html, what it names, and what these
// import. Fails above the budget of DESIGN section 12.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 200_000;
const dist = new URL("../dist/", import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));
const sizeOf = (path) => gzipSync(read(path), { level: 9 }).length;

const html = read("index.html").toString();
const first = new Set(["index.html"]);
const waiting = [...html.matchAll(/(?:src|href)="\/((?!api\/)[^"]+)"/g)].map((match) => match[1]);
while (waiting.length > 0) {
    const path = waiting.pop();
    if (first.has(path)) continue;
    first.add(path);
    if (!path.endsWith(".js")) continue;
    // Static imports only: import(...) is loaded by the page that needs it.
    const text = read(path).toString();
    for (const match of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
        waiting.push(`assets/${match[1]}`);
}

let total = 0;
for (const path of [...first].sort()) {
    const size = sizeOf(path);
    total += size;
    console.log(`${String(size).padStart(8)}  ${path}`);
}
const later = readdirSync(new URL("assets/", dist)).filter((name) => !first.has(`assets/${name}`));
for (const name of later) console.log(`${String(sizeOf(`assets/${name}`)).padStart(8)}  assets/${name} (later)`);
console.log(`${total} bytes for the first page, budget ${budget}`);
if (total > budget) process.exit(1);
