import { readFile } from "node:fs/promises";

import { expect, expectEqual } from "./session.mjs";

const ict = "category=telecommunications, computer and information services (ICT, total);measure=receipts;geography=world";
const series = `series=${encodeURIComponent(ict)}`;
const few = `series=${encodeURIComponent("category=call centre services;measure=receipts;geography=world")}`;
const page = "/statistics/forecast";

/** The pages with forecasts that every look is checked on. */
export const forecastPages = {
    "a forecast": `${page}?${series}`,
    "a forecast of 2024": `${page}?${series}&as_of=2024-05-20`,
    "a forecast of years": `${page}?${series}&every=year&levels=50,80,95&as_of=2023-11-30`,
    "a forecast that cannot be told": `${page}?${few}&as_of=2023-08-01`,
    "a series without its season": `${page}?${series}&view=adjusted`,
    "quarters without their season": `${page}?${series}&view=adjusted&every=quarter&calendar=none&as_of=2024-05-20`,
    "a series that is left as it is": `${page}?${few}&view=adjusted`,
    "a forecast of no series": page,
    "a forecast of a series that is not there": `${page}?series=category=nothing`,
    "published forecasts": "/statistics/forecasts",
    "an outlook of 2023": "/targets/exports-fy2024?as_of=2023-11-30",
    "an outlook of 2024": "/targets/exports-fy2024?as_of=2024-05-20",
};

const asNumber = (text) => Number(text.replaceAll(",", "").replace("−", "-"));
const near = (text, value) => Math.abs(asNumber(text) - value) <= 0.5 * 10 ** -(text.split(".")[1]?.length ?? 0) + 1e-9;
const query = (more) => `/api/v1/statistics/forecast?${series}${more}`;

async function checkRows(tab, ahead) {
    const rows = tab.locator("#numbers .forecast-table tbody tr");
    expectEqual(await rows.count(), ahead.length, "periods ahead");
    for (const [index, { mean, intervals }] of ahead.entries()) {
        const cells = await rows.nth(index).locator("td").allInnerTexts();
        expect(near(cells[0], mean), `period ${index}: expected ${mean}, shown ${cells[0]}`);
        for (const [at, { lower, upper }] of intervals.entries()) {
            const [low, high] = cells[at + 1].split(" to ");
            expect(near(low, lower) && near(high, upper), `period ${index}: ${lower} to ${upper}, shown ${cells[at + 1]}`);
        }
    }
}

async function forecasts(session) {
    const tab = await session.page();
    await session.check("the figures of a dataflow lead to their forecast, and its table has the numbers of the server", async () => {
        await session.visit(tab, "/statistics/MOITT/ICT_EXPORTS?c.FREQ=M&c.REF_AREA=PK&c.COUNTERPART_AREA=W0&c.SERVICE=ICT&c.FLOW=C&c.UNIT_MEASURE=USD&c.TRANSFORMATION=N");
        await tab.locator("#forecasts a").click();
        await tab.waitForURL(/statistics\/forecast\?series=/);
        await tab.locator(".fan-chart svg .fan-band").first().waitFor({ state: "attached" });
        await checkRows(tab, (await session.json(query(""))).ahead);
    });
    await session.check("another day shows what was said then, and what came since", async () => {
        const then = await session.json(query("&as_of=2024-05-20"));
        await tab.getByRole("button", { name: "20 May 2024" }).click();
        await tab.waitForURL(/as_of=2024-05-20/);
        await tab.locator("#numbers tbody tr", { hasText: "May 2024" }).first().waitFor();
        await checkRows(tab, then.ahead);
        const now = await session.json(query("&every=month"));
        const came = then.ahead.filter(({ time }) => now.past.find((one) => one.time === time)?.value);
        expectEqual(await tab.locator(".fan-came").count(), came.length, "figures that came since");
        expectEqual(await tab.locator(".verdict-mark").count(), came.length, "words about them");
    });
    await session.check("kind of period, way ahead and method are chosen by keyboard, and the address keeps them", async () => {
        await tab.getByRole("button", { name: "Years", exact: true }).focus();
        await tab.keyboard.press("Enter");
        await tab.waitForURL(/every=year/);
        await tab.locator("#numbers tbody tr", { hasText: "FY2024" }).first().waitFor();
        await tab.getByLabel("How far ahead").selectOption("1");
        await tab.waitForURL(/horizon=1/);
        await tab.getByLabel("Method").selectOption("theta");
        await tab.waitForURL(/method=theta/);
        await tab.locator(".models li").getByText("theta", { exact: true }).waitFor();
        await tab.waitForFunction(() => document.querySelectorAll(".models li").length < 3);
        await checkRows(tab, (await session.json(query("&as_of=2024-05-20&every=year&horizon=1&method=theta"))).ahead);
        expect((await tab.locator("#publish pre").innerText()).includes("--every year --horizon 1 --method theta --publish"), "the command");
    });
    await session.check("where too little is known, that is said with its reason, in both languages", async () => {
        await session.visit(tab, forecastPages["a forecast that cannot be told"]);
        const { reason } = await session.json(`/api/v1/statistics/forecast?${few}&as_of=2023-08-01`);
        expect((await tab.locator(".untold").innerText()).includes(reason), "no reason");
        expectEqual(await tab.locator(".forecast-table").count(), 0, "tables ahead");
        await session.visit(tab, `${forecastPages["a forecast that cannot be told"]}&lang=ur`);
        expectEqual(await tab.locator(".untold [lang=en]").count(), 0, "English sentences");
        await session.visit(tab, "/statistics?lang=en");
    });
    await tab.context().close();
}

async function withoutSeason(session) {
    const tab = await session.page();
    const asked = (more) => session.json(`/api/v1/statistics/adjustment?${series}${more}`);
    const checkNumbers = async ({ periods, influences }) => {
        const rows = tab.locator("#numbers tbody tr");
        await tab.waitForFunction((count) => document.querySelectorAll("#numbers tbody tr").length === count, periods.length);
        for (const [index, period] of [...periods].reverse().entries()) {
            const cells = await rows.nth(index).locator("td").allTextContents();
            for (const [at, part] of ["seasonal", "adjusted", "trend", "irregular"].entries())
                expect(near(cells[at + 1], period[part]), `${period.time}, ${part}: ${period[part]}, shown ${cells[at + 1]}`);
        }
        const how = await tab.locator("#how").innerText();
        for (const { name } of influences.filter((one) => one.name.startsWith("R"))) expect(how.includes(name), `no ${name}`);
    };
    await session.check("a series is shown without its season, with its parts and the numbers of the server", async () => {
        await session.visit(tab, `${page}?${series}`);
        await tab.getByRole("link", { name: "Without the season" }).click();
        await tab.waitForURL(/view=adjusted/);
        const made = await asked("&calendar=pakistan");
        await tab.locator('.lines-chart [data-line="irregular"]').first().waitFor({ state: "attached" });
        expectEqual(await tab.locator(".lines-chart path.line").count(), 6, "lines");
        expectEqual(await tab.locator(".line-flag").count(), made.outliers.length, "unusual figures");
        await checkNumbers(made);
    });
    await session.check("the table can be had as a file with all digits", async () => {
        const [download] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("link", { name: "Download as CSV" }).click()]);
        const { strategy, periods } = await asked("&calendar=pakistan");
        expectEqual(download.suggestedFilename(), `${strategy.exercise ? "exercise-" : ""}adjusted.csv`, "the name of the file");
        const [head, first, ...more] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
        expect(head.startsWith("time,value,provisional,seasonal,adjusted,trend,irregular"), head);
        expect(first.startsWith(`${periods[0].time},${periods[0].value},${periods[0].provisional},${periods[0].seasonal},`), first);
        expectEqual(more.length + 1, periods.length, "periods");
    });
    await session.check("days, periods and the day that is asked about change it, and the address keeps them", async () => {
        await tab.getByLabel("Days that may influence it").selectOption("none");
        await tab.waitForURL(/calendar=none/);
        await tab.getByText("None that the figures bear out.").waitFor();
        await checkNumbers(await asked("&calendar=none"));
        await tab.getByRole("button", { name: "Quarters", exact: true }).click();
        await tab.waitForURL(/every=quarter/);
        await checkNumbers(await asked("&calendar=none&every=quarter"));
    });
    await session.check("what is not adjusted says why, in both languages", async () => {
        const { reason } = await session.json(`/api/v1/statistics/adjustment?${few}&calendar=pakistan`);
        await session.visit(tab, forecastPages["a series that is left as it is"]);
        await tab.locator(".untold").waitFor();
        expect((await tab.locator(".untold").innerText()).toLowerCase().includes(reason), "no reason");
        await session.visit(tab, `${forecastPages["a series that is left as it is"]}&lang=ur`);
        await tab.locator(".untold").waitFor();
        expectEqual(await tab.locator(".untold [lang=en]").count(), 0, "English sentences");
        await session.visit(tab, "/statistics?lang=en");
    });
    await tab.context().close();
}

async function outlook(session) {
    const tab = await session.page();
    const address = "/api/v1/outcomes/exports-fy2024";
    await session.check("an outcome says how likely it was on each day, with its path, its promise and its table", async () => {
        for (const day of ["2023-11-30", "2024-05-20"]) {
            const [told] = (await session.json(`${address}/outlook?as_of=${day}`)).days;
            const { days } = await session.json(`${address}/outlook?as_of=${day}&history=true`);
            await session.visit(tab, `/targets/exports-fy2024?as_of=${day}`);
            const words = told.probability > 0.99 ? "more than 99 %" : `${Math.round(100 * told.probability)}%`;
            expectEqual(await tab.locator(".outlook-number").innerText(), words, `how likely on ${day}`);
            await tab.locator(".year-chart .chart-target").waitFor({ state: "attached" });
            expectEqual(await tab.locator(".year-chart .fan-known").count(), told.months_known, "months of the path");
            await tab.locator(".chance-point").first().waitFor({ state: "attached" });
            expectEqual(await tab.locator(".chance-point").count(), days.filter(({ probability }) => probability !== undefined).length, "points of the history");
            expectEqual(await tab.locator(".outlook details.chance-table").locator("tbody tr").count(), days.length, "rows of the history");
        }
    });
    await session.check("a year that is published is known", async () => {
        await session.visit(tab, "/targets/exports-fy2024");
        expectEqual(await tab.locator(".outlook-number").innerText(), "Yes", "met");
        await session.visit(tab, "/targets/exports-2023");
        expectEqual(await tab.locator(".outlook-number").innerText(), "No", "missed");
    });
    await session.check("the track record counts every claim once, and says its score", async () => {
        const record = await session.json(`${address}/track-record`);
        await session.visit(tab, "/targets/exports-fy2024");
        await tab.locator(".reliability-point").first().waitFor({ state: "attached" });
        const counts = (await tab.locator(".reliability-point text").allTextContents()).map(asNumber);
        expectEqual(counts.reduce((sum, one) => sum + one, 0), record.claims.length, "claims");
        const happened = (await tab.locator(".reliability-table tbody tr").allInnerTexts()).map((text) => Number(/in (\d+) of/.exec(text)[1]));
        expectEqual(happened.reduce((sum, one) => sum + one, 0), record.claims.filter((claim) => claim.happened).length, "that happened");
        expect((await tab.locator(".brier").innerText()).includes(String(Number(record.brier.toFixed(3)))), "no score");
    });
    await session.check("an outcome of which too little is known says so, in both languages", async () => {
        const { days, period, unit } = await session.json("/api/v1/outcomes/market-concentration/outlook");
        expectEqual(`${period} ${unit}`, "null percent", "period and unit");
        await session.visit(tab, "/targets/market-concentration");
        await tab.locator("#outlook .untold").waitFor();
        expect((await tab.locator("#outlook .untold").innerText()).toLowerCase().includes(days[0].reason), "no reason");
        await session.visit(tab, "/targets/market-concentration?lang=ur");
        await tab.locator("#outlook .untold").waitFor();
        expectEqual(await tab.locator("#outlook .untold [lang=en]").count(), 0, "English sentences");
        await session.visit(tab, "/?lang=en");
    });
    await session.check("a target says how likely it is by what is verified and by what is reported, each with its explanation", async () => {
        const { targets } = await session.json("/api/v1/targets");
        const outlooks = [];
        for (const { id } of targets.slice(0, 12)) outlooks.push(await session.json(`/api/v1/targets/${id}/outlook`));
        const isLikely = ({ days: [day] }) => day.verified.probability !== null && !day.verified.known;
        const { target, days } = outlooks.find(isLikely) ?? outlooks[0];
        const { verified, reported } = days[0];
        await session.visit(tab, `/targets/${target}`);
        await tab.locator("#outlook .chance-card, #outlook .untold").first().waitFor();
        const shown = (await tab.locator("#outlook .chance-number").allInnerTexts()).map((text) => text.replace("%", ""));
        const inWords = ({ probability, known }) => (probability === null ? "Cannot tell yet" : known ? (probability > 0 ? "Yes" : "No") : probability > 0.99 ? "more than 99 " : probability < 0.01 ? "less than 1 " : `${Math.round(100 * probability)}`);
        const isOne = verified.reason !== "" && verified.reason === reported.reason && verified.probability === reported.probability;
        const expected = isOne ? (verified.probability === null ? [] : [inWords(verified)]) : [inWords(verified), inWords(reported)];
        expectEqual(shown.join(", "), expected.join(", "), "how likely");
        await tab.locator("#outlook summary").first().click();
        expectEqual(await tab.locator("#outlook .tree").first().isVisible(), true, "explanations");
        await session.visit(tab, `/targets/${target}?lang=ur`);
        await tab.locator("#outlook .chance-card, #outlook .untold").first().waitFor();
        const english = await tab.locator("#outlook [lang=en]").allTextContents();
        expectEqual(english.join(" | "), "", "English sentences");
        await session.visit(tab, "/?lang=en");
    });
    await tab.context().close();
}

async function published(session) {
    const tab = await session.page();
    const record = await session.json("/api/v1/statistics/forecasts");
    const rows = record.series.flatMap((one) => one.forecasts);
    await session.check("the statistics lead to every published forecast, with its entry and what came", async () => {
        await session.visit(tab, "/statistics");
        await tab.getByRole("link", { name: "Published forecasts, and what came of them" }).click();
        await tab.waitForURL(/statistics\/forecasts/);
        await tab.getByText("Each forecast was recorded in the journal").waitFor();
        expectEqual(await tab.locator(".forecast-table tbody tr").count(), rows.length, "periods");
        expectEqual(await tab.locator(".verdict-mark").count(), rows.filter(({ came }) => came !== null).length, "verdicts");
        const entries = new Set(rows.map(({ entry }) => entry));
        expectEqual(await tab.locator('.publication a[href*="/journal/"]').count(), entries.size, "entries");
        if (rows.length === 0) await tab.getByText("No forecast had been published by this day.").waitFor();
    });
    await session.check("what was published of a target or an outcome stands on its page, newest first, and among all of them", async () => {
        const all = (await session.json("/api/v1/outlooks")).publications;
        await tab.locator("#outlooks .said-table tbody tr, #outlooks .empty").first().waitFor();
        expectEqual(await tab.locator("#outlooks .said-table tbody tr").count(), all.length, "publications");
        for (const about of ["exports-fy2024", "1.1.1-1"]) {
            const said = (await session.json(`/api/v1/outlooks?about=${about}`)).publications;
            await session.visit(tab, `/targets/${about}`);
            await tab.locator(".said-table tbody tr, .said .empty").first().waitFor();
            const links = await tab.locator(".said-table tbody a").evaluateAll((list) => list.map((link) => link.getAttribute("href")));
            expectEqual(links.map((link) => /journal\/(\d+)/.exec(link)[1]).join(" "), said.map(({ entry }) => entry).reverse().join(" "), `entries of ${about}`);
            const notes = await tab.locator("[data-unscored]").evaluateAll((list) => list.map(({ dataset, textContent }) => (textContent === "" ? "" : dataset.unscored)));
            expectEqual(notes.join(" "), said.map(({ claims }) => claims[0].unscored).reverse().filter((why) => why !== null).join(" "), `what is not scored of ${about}`);
        }
    });
    await tab.context().close();
}

/** Forecasts of series, how likely an outcome is, and what came of both. */
export async function checkForecasts(session) {
    await forecasts(session);
    await withoutSeason(session);
    await outlook(session);
    await published(session);
}
