import { expect, expectEqual } from "./session.mjs";

const asNumber = (text) => Number(text.replaceAll(",", ""));

async function scoreboard(session) {
    const page = await session.page();
    const { board } = session;
    await session.check("the scoreboard shows every target with its status", async () => {
        await session.visit(page, "/");
        expectEqual(await page.locator(".target-row").count(), board.targets.length, "rows");
        for (const target of board.targets) {
            const row = page.locator(".target-row", { has: page.locator(`a[href*="/targets/${target.id}"]`) });
            expectEqual(await row.getAttribute("data-status"), target.status, target.id);
        }
    });
    await session.check("the counts by status are those of the record", async () => {
        for (const [status, count] of Object.entries(board.counts)) {
            const button = page.locator(`.status-counts button[data-status="${status}"]`);
            expectEqual(await button.count(), count > 0 ? 1 : 0, `buttons of ${status}`);
            if (count > 0)
                expectEqual(asNumber(await button.locator(".status-count").innerText()), count, status);
        }
    });
    await session.check("a status, a lead and a search narrow the list, and the address keeps them", async () => {
        const { status } = board.targets[0];
        await page.locator(`.status-counts button[data-status="${status}"]`).click();
        expectEqual(await page.locator(".target-row").count(), board.counts[status], "rows of the status");
        expect(page.url().includes(`status=${status}`), page.url());
        await page.getByRole("button", { name: "Show all" }).click();
        const lead = board.targets[0].lead;
        await page.getByLabel("Lead", { exact: true }).selectOption(lead);
        expectEqual(
            await page.locator(".target-row").count(),
            board.targets.filter((target) => target.lead === lead).length,
            "rows of the lead",
        );
        await page.getByRole("button", { name: "Show all" }).click();
        await page.getByRole("searchbox").fill("no such words anywhere");
        await page.getByText("No target fits.").waitFor();
        await page.getByRole("searchbox").fill(board.targets[0].id);
        expectEqual(await page.locator(".target-row").count(), 1, "rows of the search");
    });
    await session.check("each decision says how many targets wait for it", async () => {
        await session.visit(page, "/");
        const waiting = [...board.targets, ...board.outcomes].reduce((sum, { decisions }) => sum + new Set(decisions).size, 0);
        expectEqual(await page.locator(".decisions details ul li").count(), waiting, "waiting targets");
    });
    await page.context().close();
}

async function moments(session) {
    const page = await session.page();
    await session.check("20 May 2024 shows what had been published by then, and links keep the day", async () => {
        await session.visit(page, "/");
        await page.getByRole("button", { name: "20 May 2024" }).click();
        await page.waitForURL(/as_of=2024-05-20/);
        const card = page.locator(".outcome-card", { has: page.locator('a[href*="exports-fy2024"]') });
        await card.getByText("10 of 12 months").waitFor();
        expectEqual(asNumber(await card.locator(".outcome-value strong").innerText()), 2590, "receipts");
        expect((await card.innerText()).includes("derived"), "the card does not say derived");
        await card.getByRole("link").click();
        await page.waitForURL(/targets\/exports-fy2024\?.*as_of=2024-05-20/);
        await page.locator(".verdict").waitFor();
        await page.getByText("As of 20 May 2024; rests on").waitFor();
    });
    await session.check("the outcome shows its chart, its table and its derivation by keyboard", async () => {
        await page.locator(".chart svg").first().waitFor();
        const summary = page.locator(".figures-table > summary").first();
        await summary.focus();
        await page.keyboard.press("Enter");
        const row = page.locator(".figures-table tbody tr", { hasText: "FY2024" }).first();
        await row.waitFor();
        expect((await row.innerText()).includes("2,590"), await row.innerText());
        const fold = page.locator(".tree-frame summary").last();
        await fold.focus();
        await page.keyboard.press("Enter");
        await page.locator(".tree-frame").getByText("published for 2024-04").waitFor();
    });
    await session.check("the target line of an outcome runs over its own year alone", async () => {
        await session.visit(page, "/targets/exports-fy2022");
        const chart = page.locator(".chart svg", { has: page.locator(".chart-bar") }).first();
        const line = await chart.locator(".chart-target line").last().boundingBox();
        const bar = await chart.locator(".chart-bar[data-measured] rect").boundingBox();
        const all = await chart.boundingBox();
        expect(line.width < all.width / 3, `the line is ${line.width} of ${all.width} wide`);
        expect(line.x <= bar.x && line.x + line.width >= bar.x + bar.width, "the line is not over its bar");
        expect((await page.locator(".chart-legend").first().innerText()).includes("for FY2022"), "the legend has no target");
    });
    await session.check("a day before the record is refused with its code, and today is one click away", async () => {
        await session.visit(page, "/?recorded_by=2000-01-01");
        await page.getByText("E0802").waitFor();
        await page.getByRole("button", { name: "Show today, with everything recorded" }).click();
        await page.locator(".status-bar").first().waitFor();
        expect(!page.url().includes("recorded_by"), page.url());
    });
    await session.check("a day can be typed", async () => {
        await session.visit(page, "/");
        await page.getByLabel("As of").first().fill("2025-01-31");
        await page.waitForURL(/as_of=2025-01-31/);
        await page.getByText("As of 31 January 2025; rests on").waitFor();
    });
    await page.context().close();
}

async function records(session) {
    const page = await session.page();
    await session.check("the journal lists its newest entries and pages to the first", async () => {
        await session.visit(page, "/journal");
        const { size, entries } = await session.json("/api/v1/journal?limit=50");
        expectEqual(await page.locator("tbody tr").count(), entries.length, "entries");
        if (size > 50) {
            await page.getByRole("link", { name: "Older entries" }).first().click();
            await page.waitForURL(/before=/);
            await page.locator("tbody tr").filter({ hasText: String(size - 51) }).first().waitFor();
        }
    });
    await session.check("an entry proves itself in the browser", async () => {
        const { size } = await session.json("/api/v1/journal?limit=1");
        for (const seq of new Set([0, Math.floor(size / 2), size - 1])) {
            await session.visit(page, `/journal/${seq}`);
            await page.locator('.proof-verdict[data-verdict="holds"]').waitFor({ timeout: 5000 });
        }
    });
    await session.check("a story tells every report with a link to its entry", async () => {
        const [target] = session.board.targets.filter(({ actual }) => actual !== null);
        if (target === undefined) return;
        const story = await session.json(`/api/v1/targets/${target.id}`);
        await session.visit(page, `/targets/${target.id}`);
        const periods = new Set(story.reports.map(({ period }) => period));
        expectEqual(await page.locator(".reports > li").count(), periods.size, "periods");
        const events = story.reports.reduce((sum, report) => sum + report.events.length, 0);
        expectEqual(await page.locator('.events a[href*="/journal/"]').count() >= events, true, "links");
    });
    await session.check("silence is told by a word and a mark, on the scoreboard and in the story", async () => {
        const [target] = session.board.targets.filter(({ silent_periods: silent }) => silent.length > 0);
        if (target === undefined) return;
        await session.visit(page, "/");
        const row = page.locator(".target-row", { has: page.locator(`a[href*="/targets/${target.id}"]`) });
        expect((await row.locator(".silence").innerText()).startsWith("Silent in "), "the row says nothing of silence");
        await session.visit(page, `/targets/${target.id}`);
        expect((await page.locator(".silence-notice").innerText()).includes("No report stands for"), "no notice");
        expect((await page.locator(".reports .report-state .silence-shape").count()) >= target.silent_periods.length, "marks are missing");
    });
    await session.check("the plan lists every open field with who can close it", async () => {
        const plan = await session.json("/api/v1/plan");
        await session.visit(page, "/plan");
        const counts = await page.locator("#open .decision-count").allInnerTexts();
        expectEqual(counts.reduce((sum, text) => sum + parseInt(text, 10), 0), plan.open.length, "open fields");
    });
    await page.context().close();
}

async function people(session) {
    const page = await session.page();
    await session.check("the skip link is first and leads to the content", async () => {
        await session.visit(page, "/");
        await page.keyboard.press("Tab");
        expectEqual(await page.evaluate(() => document.activeElement?.className), "skip-link", "first focus");
        await page.keyboard.press("Enter");
        expectEqual(await page.evaluate(() => document.activeElement?.id), "content", "focus after it");
    });
    await session.check("the language is chosen in the header and stays", async () => {
        await page.getByRole("button", { name: "اردو" }).click();
        await page.waitForURL(/lang=ur/);
        await session.visit(page, "/method");
        expectEqual(await page.locator("html").getAttribute("dir"), "rtl", "direction after coming back");
        await page.getByRole("button", { name: "English" }).click();
        await page.locator("html[dir=ltr]").waitFor();
    });
    await session.check("Urdu brings its letters along, English asks for no font", async () => {
        for (const [language, files] of [["en", 0], ["ur", 2]]) {
            const fresh = await session.page();
            const asked = [];
            fresh.on("request", (request) => request.url().endsWith(".woff2") && asked.push(request.url()));
            await session.visit(fresh, `/?lang=${language}`);
            await fresh.evaluate(() => document.fonts.ready);
            expectEqual(asked.length, files, `font files of ${language}`);
            expectEqual(await fresh.evaluate(() => document.fonts.size), files, `fonts of ${language}`);
            await fresh.context().close();
        }
    });
    await session.check("sentences and explanations of the server are Urdu", async () => {
        await session.visit(page, "/targets/exports-fy2024?lang=ur&as_of=2024-05-20");
        await page.evaluate(() => {
            for (const details of document.querySelectorAll(".tree-frame details")) details.open = true;
        });
        const english = await page.locator(".verdict .sayings > li > [lang=en], .tree-label > [lang=en]").allInnerTexts();
        expectEqual(english.join(" | "), "", "English sentences and labels");
        expect((await page.locator(".verdict").innerText()).includes("بمقابلہ کم از کم"), "the reason is not Urdu");
    });
    await session.check("statements of the plan stay English, and say so", async () => {
        await session.visit(page, "/?lang=ur");
        const words = page.locator(".target-words a span").first();
        expectEqual(await words.getAttribute("lang"), "en", "language of a statement");
        expectEqual(await words.getAttribute("dir"), "ltr", "direction of a statement");
    });
    await session.check("on paper the controls are gone and the content is there", async () => {
        await session.visit(page, "/?lang=en");
        await page.emulateMedia({ media: "print" });
        expect(!(await page.locator(".filters").isVisible()), "the filters are printed");
        expect(await page.locator(".target-row").first().isVisible(), "the targets are not printed");
        await page.emulateMedia({ media: "screen" });
    });
    await page.context().close();
}

export async function checkJourneys(session) {
    await scoreboard(session);
    await moments(session);
    await records(session);
    await people(session);
}
