import { expect, expectEqual } from "./session.mjs";

const count = (page, selector) => page.locator(selector).count();

const root = "/sdmx/v2";
const one = "c.FREQ=A&c.REF_AREA=PK&c.COUNTERPART_AREA=W0&c.SERVICE=ICT&c.FLOW=C&c.UNIT_MEASURE=USD&c.TRANSFORMATION=N";
const key = "A.PK.W0.ICT.C.USD.N";
const flow = "/statistics/MOITT/ICT_EXPORTS";

/** The pages of the statistics that every look is checked on. */
export const statisticsPages = {
    statistics: "/statistics",
    "statistics of 2021": "/statistics?as_of=2021-01-01",
    "a dataflow": flow,
    "a dataflow as of 2024": `${flow}?${one}&as_of=2024-05-20`,
    "a dataflow of many series": `${flow}?${one}&c.FREQ=M&c.SERVICE=ICT_COM&c.SERVICE=ICT_TEL&c.SERVICE=S&vintage=2023-12-31`,
    "a dataflow with estimates": "/statistics/MOITT/BENCHMARKS",
    "revisions by day": `${flow}?${one}&columns=day`,
    "a figure with its source": `${flow}?${one}&figure=${key}@2022-A1`,
    "a figure that is not there": `${flow}?${one}&figure=A.B@1900`,
    "figures before the first": `${flow}?${one}&vintage=2010-01-01`,
    "figures that do not go together": `${flow}?${one.replace("FREQ=A", "FREQ=Q").replace("SERVICE=ICT", "SERVICE=ICT_INF_REL")}`,
    "no such dataflow": "/statistics/MOITT/NOTHING",
    quality: "/statistics/quality",
    "periods with several values": "/statistics/quality?kind=several_values",
    "no such kind of finding": "/statistics/quality?kind=nothing",
};

const digits = (text) => text.replaceAll(",", "").trim();

/** SDMX-JSON with its decimals as they are written. */
async function history(session, query) {
    const text = await (await fetch(new URL(`${root}/data/dataflow/MOITT/ICT_EXPORTS/~/${key}${query}`, session.base))).text();
    return JSON.parse(text.replace(/\[(-?\d+\.\d+)(?=[,\]])/g, '["$1"'));
}

/** Period and value of a data set, the newest period first. */
function valuesOf({ data }) {
    const periods = data.structures[0].dimensions.observation[0].values;
    const [series] = Object.values(data.dataSets[0].series);
    return Object.entries(series.observations)
        .map(([at, [value]]) => ({ ...periods[Number(at)], value: String(value) }))
        .sort((a, b) => b.end.localeCompare(a.end));
}

async function list(session) {
    const page = await session.page();
    const { data } = await session.json(`${root}/structure/dataflow`);
    await session.check("every dataflow is listed with its provider, its series and its last publication", async () => {
        await session.visit(page, "/statistics");
        expectEqual(await count(page, ".flow-card"), data.dataflows.length, "dataflows");
        for (const { id } of data.dataflows) {
            const card = await page.locator(`#flow-${id}`).innerText();
            const answer = await fetch(new URL(`${root}/availability/dataflow/MOITT/${id}/~/*`, session.base));
            if (answer.status === 204) {
                expect(card.includes("nothing by that day"), `${id} has nothing, and its card says "${card}"`);
                continue;
            }
            const found = await answer.json();
            const series = found.data.dataConstraints[0].annotations.find((note) => note.id === "series_count").title;
            expect(new RegExp(`Series\\s+${series}\\b`).test(card), `${id}: no ${series} series in "${card}"`);
            expect(/Last published\s+\d+ \w+ \d{4}/.test(card), card);
        }
    });
    await session.check("the list follows the day of the whole application", async () => {
        await session.visit(page, "/statistics?as_of=2019-01-01");
        expect((await page.locator("#flow-TELECOM_SECTOR").innerText()).includes("nothing by that day"), "a flow of 2023 was there in 2019");
    });
    await page.context().close();
}

async function figures(session) {
    const page = await session.page();
    await session.check("a dataflow opens with one series, and the address keeps the whole choice", async () => {
        await session.visit(page, "/statistics");
        await page.locator("#flow-ICT_EXPORTS h3 a").click();
        await page.waitForURL(/c\.FREQ=.*c\.TRANSFORMATION=/);
        await page.locator(".figure-table[data-single]").waitFor();
    });
    await session.check("the table has the digits that were published, and fiscal years by their name", async () => {
        await session.visit(page, `${flow}?${one}`);
        const known = valuesOf(await history(session, ""));
        const shown = (await page.locator("#figures .figure button").allInnerTexts()).map(digits);
        expectEqual(shown.join(" "), known.map(({ value }) => value).join(" "), "figures");
        const heads = (await page.locator("#figures tbody th").allInnerTexts()).join(" ");
        expect(heads.includes("FY2024") && heads.includes("(Jul 2023 – Jun 2024)"), heads);
        expect(!heads.includes("-A1"), heads);
    });
    await session.check("every day of the slider shows what the server says of that day", async () => {
        const { data } = await history(session, "?includeHistory=true");
        const days = data.dataSets.map(({ validFrom }) => validFrom.slice(0, 10));
        const slider = page.getByRole("slider");
        expectEqual(await slider.getAttribute("max"), String(days.length - 1), "positions");
        await slider.focus();
        for (let at = days.length - 1; at >= 0; at -= 1) {
            const known = valuesOf(await history(session, `?asOf=${days[at]}`));
            await page.locator(`#figures tbody tr:nth-child(${known.length}):last-child`).waitFor();
            const shown = (await page.locator("#figures .figure button").allInnerTexts()).map(digits);
            expectEqual(shown.join(" "), known.map(({ value }) => value).join(" "), `figures as of ${days[at]}`);
            await page.keyboard.press("ArrowLeft");
        }
        await page.waitForURL(new RegExp(`vintage=${days[0]}`));
        await page.getByRole("button", { name: "Newest" }).click();
        await page.waitForURL((url) => !url.searchParams.has("vintage"));
    });
    await session.check("the day of the whole application is where the page begins, and what changed since is marked", async () => {
        await session.visit(page, `${flow}?${one}&as_of=2024-05-20`);
        expectEqual(await page.getByLabel("Day", { exact: true }).inputValue(), "2024-05-20", "day");
        const [then, now] = [valuesOf(await history(session, "?asOf=2024-05-20")), valuesOf(await history(session, ""))];
        const changed = then.filter(({ id, value }) => Number(now.find((two) => two.id === id)?.value) !== Number(value));
        expectEqual(await count(page, "#figures [data-changed]"), changed.length, "marked figures");
        expect(changed.length > 0, "nothing changed, so nothing was checked");
        await page.getByText("as published today").waitFor();
    });
    await session.check("a code is chosen by keyboard, and what needs other choices changes them", async () => {
        await session.visit(page, `${flow}?${one}`);
        await page.locator(".dimension", { hasText: "Service" }).locator("summary").focus();
        await page.keyboard.press("Enter");
        await page.getByRole("checkbox", { name: "Computer services", exact: true }).focus();
        await page.keyboard.press("Space");
        await page.waitForURL(/c\.SERVICE=ICT_COM(&|$)/);
        await page.locator(".series-legend", { hasText: "Computer services" }).waitFor();
        const counts = page.locator(".dimension", { hasText: "What a period counts" });
        await counts.locator("summary").click();
        await counts.locator("[data-elsewhere] label").first().click();
        await page.waitForURL((url) => !url.searchParams.getAll("c.TRANSFORMATION").includes("N"));
        await page.locator("#figures tbody tr").first().waitFor();
        expectEqual(await count(page, ".note[role=status]"), 0, "empty answers");
    });
    await session.check("a long list of codes can be searched", async () => {
        await session.visit(page, `${flow}?${one}`);
        const services = page.locator(".dimension", { hasText: "Service" });
        await services.locator("summary").click();
        await services.getByRole("searchbox").fill("software");
        const names = await services.locator(".codes li").allInnerTexts();
        expect(names.length > 0 && names.every((name) => /software/i.test(name)), names.join(", "));
        await services.getByRole("searchbox").fill("no such words");
        await page.getByText("No name fits.").waitFor();
    });
    await session.check("what does not go together says so, and leads back", async () => {
        await session.visit(page, statisticsPages["figures that do not go together"]);
        await page.getByText("There are no figures for this choice.").waitFor();
        await page.getByRole("button", { name: "Choose anew" }).click();
        await page.locator("#figures tbody tr").first().waitFor();
    });
    await page.context().close();
}

async function quality(session) {
    const page = await session.page();
    const view = await session.json("/api/v1/quality");
    await session.check("the statistics lead to what may be wrong with them, kind by kind", async () => {
        await session.visit(page, "/statistics");
        await page.getByRole("link", { name: "What may be wrong with these figures, and why" }).click();
        await page.locator(".finding").first().waitFor();
        expectEqual(await page.locator(".finding").count(), view.findings.length, "findings");
        await page.getByRole("navigation", { name: "Kinds of findings" }).getByRole("link", { name: "Two digits exchanged" }).click();
        await page.waitForURL("**/statistics/quality?kind=transposed_digits");
        const [one] = view.findings.filter(({ kind }) => kind === "transposed_digits");
        await page.waitForFunction(() => document.querySelectorAll(".finding").length === 1);
        const text = await page.locator(".finding").innerText();
        for (const words of ["Error likely", one.figures[0].value, one.expected, one.figures[0].row]) expect(text.includes(words), `no "${words}" in ${text}`);
        expectEqual(await page.locator(".kind[aria-current]").count(), 1, "chosen kinds");
    });
    await page.context().close();
}

async function sources(session) {
    const page = await session.page();
    const { data } = await history(session, "?includeHistory=true");
    const at = data.structures[0].dimensions.observation[0].values.findIndex(({ id }) => id === "2022-A1");
    const vintages = data.dataSets.filter(({ series }) => Object.values(series)[0].observations[String(at)] !== undefined);
    await session.check("a figure opens its source by keyboard, with all its vintages, and gives the focus back", async () => {
        await session.visit(page, `${flow}?${one}`);
        const button = page.locator("#figures tbody tr", { hasText: "FY2023" }).getByRole("button");
        await button.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        const text = await dialog.innerText();
        for (const words of ["FY2023 (Jul 2022 – Jun 2023)", "the source states the day", "X0", key]) expect(text.includes(words), `no "${words}" in ${text}`);
        expectEqual(await dialog.locator(".vintages tbody tr").count(), vintages.length, "vintages");
        expect(page.url().includes("figure="), "the address does not keep the figure");
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        await page.waitForURL((url) => !url.search.includes("figure="));  // it is not kept once it is closed
        expect(await button.evaluate((element) => element === document.activeElement), "the focus is lost");
    });
    await session.check("the triangle has every vintage, and the mean is that of the revisions", async () => {
        const cells = vintages.map(({ series }) => Object.values(series)[0].observations[String(at)][0]);
        const row = page.locator(".triangle tbody tr", { hasText: "FY2023" });
        const shown = (await row.locator(".figure button").allInnerTexts()).map(digits);
        expectEqual(shown.join(" "), cells.map(String).join(" "), "vintages of the row");
        const revisions = (await page.locator(".triangle tbody td:last-child bdi").allInnerTexts()).map((text) => Number(digits(text).replace("−", "-")));
        const mean = revisions.reduce((sum, each) => sum + each, 0) / revisions.length;
        const told = Number(digits(await page.locator("#revisions .tiles dd").first().innerText()).replace("−", "-"));
        expect(Math.abs(mean - told) < 0.001, `the mean is ${mean}, told ${told}`);
        expect((await page.locator(".triangle").innerText()).includes("once"), "nothing was published once");
    });
    await session.check("every download answers with what it is called", async () => {
        await session.visit(page, `${flow}?${one}&vintage=2024-05-20`);
        for (const link of await page.locator(".downloads a").all()) {
            const response = await fetch(new URL(await link.getAttribute("href"), session.base));
            const [name, type] = [await link.innerText(), response.headers.get("content-type")];
            const kind = { CSV: "csv", JSON: "json", ML: "xml", XLSX: "spreadsheetml" }[/XLSX|CSV|JSON|ML/.exec(name)[0]];
            expect(response.ok && type.includes(kind), `${name}: ${response.status}, ${type}`);
            if (name.startsWith("SDMX-CSV")) expect(!(await response.text()).includes("2025-A1"), "a figure of after the day");
        }
    });
    await session.check("a derived figure says what it was computed from", async () => {
        await session.visit(page, "/statistics");
        const cards = page.locator("#derived .derived-card");
        await cards.locator(".derived-value").first().waitFor();
        expect((await cards.count()) >= 8, `${await cards.count()} cards`);
        const index = page.locator("#derived-ICT_INDEX");
        await index.locator("summary").click();
        expectEqual(await index.locator(".operands li").count(), 2, "operands of an index number");
        const markets = page.locator("#derived-MARKET_CONCENTRATION");
        expect((await markets.locator(".derived-value").innerText()).includes("0.317 to 0.323"), "the bounds of the concentration");
        await markets.locator("summary").click();
        expectEqual(await markets.locator(".operands li").count(), 7, "shares of markets");
    });
    await session.check("why a figure is as it is, or is none, is said in Urdu", async () => {
        await session.visit(page, "/statistics?lang=ur&as_of=2023-08-25");
        const share = page.locator("#derived-COMPUTER_SHARE");
        await share.locator(".derived-value strong bdi").waitFor();
        const none = page.locator("#derived-FREELANCE_RECEIPTS_A_HEAD");
        await none.getByText("یہ اخذ نہیں کیا جا سکتا۔").waitFor();
        expect(/[a-z]{3}/.test((await none.locator(".hint").last().innerText()).replace("freelancers, all", "")) === false, "no English sentence is left");
        await session.visit(page, "/statistics?lang=en");
    });
    await session.check("an outcome leads to its series among the statistics", async () => {
        const outcome = session.board.outcomes.find(({ indicator }) => indicator === "it-ites-exports") ?? session.board.outcomes[0];
        await session.visit(page, `/targets/${outcome.id}`);
        await page.locator(".statistics-link a").click();
        await page.waitForURL(/\/statistics\/MOITT\/ICT_EXPORTS\?.*c\.SERVICE=ICT(&|$)/);
        await page.locator("#figures tbody tr").first().waitFor();
    });
    await session.check("names are Urdu where the structures have Urdu", async () => {
        await session.visit(page, `${flow}?${one}&lang=ur`);
        const english = await page.locator(".dimension [lang=en]").count();
        expectEqual(english, 0, "English names of dimensions and codes");
    });
    await page.context().close();
}

async function faults(session) {
    const page = await session.page();
    await session.check("an answer that is no message is a problem that can be tried again", async () => {
        let isBroken = true;
        await page.route("**/sdmx/v2/data/**", (route) => (isBroken ? route.fulfill({ status: 200, body: '{"data":{}}' }) : route.continue()));
        await page.goto(new URL(`${flow}?${one}`, session.base).href);
        await page.getByRole("alert").waitFor();
        isBroken = false;
        await page.getByRole("button", { name: "Try again" }).click();
        await page.locator("#figures tbody tr").first().waitFor();
        await page.unrouteAll();
    });
    await session.check("a refusal of the server is told in its words", async () => {
        await page.route("**/sdmx/v2/data/**", (route) =>
            route.fulfill({ status: 400, body: JSON.stringify({ errors: [{ code: 140, title: "the key: expected seven places" }] }) }),
        );
        await page.goto(new URL(`${flow}?${one}`, session.base).href);
        await page.getByText("The key: expected seven places.").waitFor();
        await page.unrouteAll();
    });
    await page.context().close();
}

/** The browser of the statistics: what can be chosen, as of which day, from where, and how it was revised. */
export async function checkStatistics(session) {
    await list(session);
    await quality(session);
    await figures(session);
    await sources(session);
    await faults(session);
}
