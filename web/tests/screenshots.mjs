// Pictures of every page for people to look at: node tests/screenshots.mjs BASE_URL [NAME_FILTER]
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { launch } from "./browser.mjs";

const [base = "http://127.0.0.1:8080", only = ""] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });

const series =
    "c.FREQ=A&c.REF_AREA=PK&c.COUNTERPART_AREA=W0&c.SERVICE=ICT&c.FLOW=C&c.UNIT_MEASURE=USD&c.TRANSFORMATION=N";
const ict = "category=telecommunications, computer and information services (ICT, total);measure=receipts;geography=world";
const pages = {
    board: "/", "board-2024": "/?as_of=2024-05-20", "board-filtered": "/?status=cannot_judge&q=survey",
    target: "/targets/1.1.1-1", "target-path": "/targets/1.1.2-4", survey: "/targets/1.3.1-4",
    outcome: "/targets/exports-fy2024?as_of=2024-05-20", "outcome-today": "/targets/exports-fy2024",
    concentration: "/targets/market-concentration",
    council: "/council", agenda: "/council?agenda=proposed", working: "/working-plan",
    money: "/money", programmes: "/programmes", funnel: "/programmes/challenge-innovation-fund",
    outputs: "/programmes/usf-backhaul", cohort: "/programmes/conversion-courses", diagnosis: "/diagnosis",
    statistics: "/statistics", flow: "/statistics/MOITT/ICT_EXPORTS", estimates: "/statistics/MOITT/BENCHMARKS",
    vintage: `/statistics/MOITT/ICT_EXPORTS?${series}&vintage=2024-05-20`,
    "figure-source": `/statistics/MOITT/ICT_EXPORTS?${series}&figure=A.PK.W0.ICT.C.USD.N@2022-A1`,
    "many-series": `/statistics/MOITT/ICT_EXPORTS?${series}&c.FREQ=M&c.SERVICE=ICT_COM&c.SERVICE=ICT_TEL&c.SERVICE=S`,
    forecast: `/statistics/forecast?series=${encodeURIComponent(ict)}&as_of=2024-05-20`,
    "forecast-early": `/statistics/forecast?series=${encodeURIComponent(ict)}&as_of=2023-11-30`,
    "forecast-years": `/statistics/forecast?series=${encodeURIComponent(ict)}&every=year&as_of=2024-05-20&levels=50,80,95`,
    adjusted: `/statistics/forecast?series=${encodeURIComponent(ict)}&view=adjusted`,
    "adjusted-quarters": `/statistics/forecast?series=${encodeURIComponent(ict)}&view=adjusted&every=quarter&calendar=none&as_of=2024-05-20`,
    "adjusted-not": "/statistics/forecast?series=category=call%20centre%20services&view=adjusted",
    "forecast-none": "/statistics/forecast?series=category=call%20centre%20services&as_of=2023-08-01",
    "outlook-early": "/targets/exports-fy2024?as_of=2023-11-30",
    published: "/statistics/forecasts",
    quality: "/statistics/quality", "quality-kind": "/statistics/quality?kind=several_values",
    journal: "/journal", entry: "/journal/0", plan: "/plan", method: "/method",
    refused: "/?recorded_by=2020-01-01", absent: "/nowhere",
};
const looks = {
    desktop: { viewport: { width: 1280, height: 900 } },
    mobile: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
    urdu: { viewport: { width: 1280, height: 900 }, lang: "ur" },
    "urdu-mobile": { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, lang: "ur" },
    dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

const browser = await launch();
for (const [look, { lang, ...options }] of Object.entries(looks)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
        if (!`${name}-${look}`.includes(only)) continue;
        const address = new URL(path, base);
        if (lang) address.searchParams.set("lang", lang);
        await page.goto(address.href, { waitUntil: "networkidle" });
        // Not fullPage: it moves pages that run from right to left.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: options.viewport.width, height });
        await page.screenshot({ path: `${folder}${name}-${look}.png` });
        await page.setViewportSize(options.viewport);
        if (look === "desktop") await page.pdf({ path: `${folder}${name}-print.pdf`, preferCSSPageSize: true, printBackground: true });
    }
    await context.close();
}
await browser.close();
console.log(folder);
