import { expect, expectEqual } from "./session.mjs";

const count = (page, selector) => page.locator(selector).count();

async function openAll(page) {
    await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
    });
}

async function council(session) {
    const page = await session.page();
    const view = await session.json("/api/v1/council");
    await session.check("the council's room says when it meets, or that nobody called a meeting", async () => {
        await session.visit(page, "/council");
        const card = await page.locator(".meeting-card").innerText();
        const next = view.meetings.find(({ code }) => code === view.next);
        if (next === undefined) expect(card.includes("No meeting has been called"), card);
        else expect(card.includes(next.time) && card.includes(String(Number(next.on.slice(8)))), card);
        expect(card.includes(`${next?.needed ?? view.council.needed} of ${view.council.seats} seats must be there`), card);
    });
    await session.check("every seat is there, and a vacant one says so", async () => {
        expectEqual(await count(page, ".seat"), view.seats.length, "seats");
        const vacant = view.seats.filter(({ holder }) => holder === null).length;
        expectEqual(await count(page, ".seat[data-vacant] .open-mark"), vacant, "vacant seats");
        expectEqual(await count(page, ".half-circle [data-vacant]"), vacant, "vacant seats of the picture");
    });
    await session.check("every obligation, proposal, issue, decision and meeting is there", async () => {
        await openAll(page);
        expectEqual(await count(page, ".board .card"), view.obligations.length, "obligations");
        expectEqual(await count(page, ".proposal"), view.proposals.length, "proposals");
        expectEqual(await count(page, ".issue"), view.issues.length, "issues");
        expectEqual(await count(page, ".decision"), view.decisions.length, "decisions");
        const past = view.meetings.filter(({ state, on }) => state !== "scheduled" || on < view.as_of);
        expectEqual(await count(page, ".meeting-row"), past.length, "meetings");
        const without = past.filter(({ quorate }) => quorate === false).length;
        expectEqual(await count(page, ".presence .no-quorum"), without, "meetings without quorum");
        const putOff = view.obligations.filter((one) => one.first_due !== one.due).length;
        expectEqual(await count(page, ".card-due del"), putOff, "first due dates of what was put off");
    });
    await session.check("the agenda has every item, and each code leads to its page", async () => {
        await session.visit(page, "/council?agenda=proposed");
        const agenda = await session.json("/api/v1/council/agenda");
        await openAll(page);
        expectEqual(await count(page, ".agenda-items > li"), agenda.items.length, "items");
        const item = agenda.items.find(({ kind }) => kind === "working_plan");
        if (item === undefined) return;
        await page.locator(`.agenda-open[href*="#a-${item.subject}"]`).click();
        await page.waitForURL(new RegExp(`working-plan.*#a-${item.subject}`));
        await page.locator(`#a-${item.subject.replaceAll(".", "\\.")}`).waitFor();
    });
    await session.check("an agenda that went out can be chosen, and the address keeps it", async () => {
        const went = view.meetings.filter(({ items, state }) => items > 0 && state === "held").at(-1);
        if (went === undefined) return;
        await session.visit(page, "/council");
        await page.getByLabel("Agenda of").selectOption(went.code);
        await page.waitForURL(new RegExp(`agenda=${went.code}`));
        await page.getByText("As it went out, prepared on").waitFor();
        const { items } = await session.json(`/api/v1/council/agenda?meeting=${went.code}`);
        await openAll(page);
        expectEqual(await count(page, ".agenda-items > li"), items.length, "items");
    });
    await page.context().close();
}

async function workingPlan(session) {
    const page = await session.page();
    const view = await session.json("/api/v1/working-plan");
    await session.check("the working plan counts what lacks nothing, and shows every activity", async () => {
        await session.visit(page, "/working-plan");
        await page.getByText(`${view.complete} of ${view.of} activities lack nothing`).waitFor();
        expectEqual(await count(page, ".working"), view.of, "activities");
        const waiting = view.activities.reduce((sum, { proposals }) => sum + proposals.length, 0);
        expectEqual(await count(page, ".waiting li"), waiting, "proposals that wait");
        const steps = view.activities.reduce((sum, one) => sum + one.steps.length, 0);
        expectEqual(await count(page, ".gantt-bar"), steps, "steps");
    });
    await session.check("who can close something sees only that, by keyboard, and the address keeps it", async () => {
        const mine = view.activities.filter(({ points }) => points.some(({ closer }) => closer === "council"));
        const button = page.locator(".who button", { hasText: "The council" });
        await button.focus();
        await page.keyboard.press("Enter");
        await page.waitForURL(/who=council/);
        expectEqual(await count(page, ".working"), mine.length, "activities of the council");
        expectEqual(await button.getAttribute("aria-pressed"), "true", "the button is pressed");
        await page.getByRole("button", { name: "Show all" }).click();
        await page.getByLabel("Objective").selectOption(view.activities[0].objective);
        const of = view.activities.filter(({ objective }) => objective === view.activities[0].objective);
        expectEqual(await count(page, ".working"), of.length, "activities of the objective");
    });
    await page.context().close();
}

async function money(session) {
    const page = await session.page();
    const view = await session.json("/api/v1/funding");
    const activities = view.rows.filter(({ kind }) => kind === "activity");
    await session.check("what is not costed is said to be not costed, and never 0", async () => {
        await session.visit(page, "/money");
        const whole = view.rows.find(({ kind }) => kind === "whole");
        const tile = await page.locator(".tiles > div").first().innerText();
        if (whole.all.cost === null) expect(tile.includes("not costed"), tile);
        const untouched = await count(page, ".not-costed li");
        const rows = await count(page, '.heat-table [data-kind="activity"]');
        expectEqual(untouched + rows, activities.length, "activities in the table and below it");
        const text = (await page.locator(".heat-why").allInnerTexts()).join(" ");
        expect(!/\d/.test(text), text);
    });
    await session.check("each fund shows every record with its entry", async () => {
        await openAll(page);
        const records = view.pipeline.reduce((sum, one) => sum + one.records.length, 0);
        expectEqual(await count(page, '.fund tbody a[href*="/journal/"]'), records, "records");
    });
    await session.check("the table shows another measure when asked", async () => {
        if (view.pipeline.length === 0) return;
        await page.getByRole("button", { name: "Cost", exact: true }).click();
        await page.waitForURL(/show=cost/);
        expectEqual(await page.locator(".heat-amount").first().getAttribute("data-tone"), "plain", "tone");
    });
    await page.context().close();
}

async function programmes(session) {
    const page = await session.page();
    const { programmes: all } = await session.json("/api/v1/programmes");
    await session.check("every programme has its card, and a figure that is not known is not 0", async () => {
        await session.visit(page, "/programmes");
        expectEqual(await count(page, ".programme-card"), all.length, "programmes");
        const none = all.filter((one) => one.funnel === null && one.counts === 0 && one.outputs.every(({ physical_percent: of }) => of.value === null));
        expectEqual(await page.getByText("No figure is known.").count(), none.length, "programmes without a figure");
    });
    await session.check("a funnel has its conversions with their intervals and its bounds in words", async () => {
        await session.visit(page, "/programmes/challenge-innovation-fund");
        const text = await page.locator(".funnel", { hasText: "899" }).innerText();
        expect(/50\.2%\s+went on\s+\(46\.9% to 53\.4%\)/.test(text), text);
        await session.visit(page, "/programmes/national-incubation-centers");
        expect(await page.locator(".funnel", { hasText: "more than 1,317" }).isVisible(), "no bound");
    });
    await session.check("the work against the money has its gap in points, and earned value or why there is none", async () => {
        const one = await session.json("/api/v1/programmes/usf-backhaul");
        await session.visit(page, "/programmes/usf-backhaul");
        const known = one.outputs.filter(({ gap_points: gap }) => gap.value !== null);
        expect(known.length > 0, "no gap is known");
        const text = (await page.locator(".output").allInnerTexts()).join(" ");
        for (const { gap_points: gap } of known)
            expect(text.includes(`${Math.abs(gap.value).toFixed(1)} points`), `no gap of ${gap.value} points`);
        const reason = page.getByText("Earned value cannot be told, because:");
        expectEqual(await reason.isVisible(), one.earned_value.missing.length > 0, "a reason for no earned value");
    });
    await session.check("a cohort says who is inside, women and men, and what changed", async () => {
        const one = await session.json("/api/v1/programmes/conversion-courses");
        await session.visit(page, "/programmes/conversion-courses");
        expectEqual(await count(page, ".cohort"), one.cohorts.length, "cohorts");
        const counted = one.funnels.flatMap(({ stages }) => stages).find(({ count }) => count?.sex?.female !== undefined);
        if (counted !== undefined) {
            const words = `${counted.count.sex.female} women, ${counted.count.sex.male} men`;
            expect((await page.locator(".sexes").allInnerTexts()).some((text) => text.includes(words)), `nowhere ${words}`);
        }
        expectEqual(await count(page, ".changes li"), one.changes.length, "changes");
    });
    await page.context().close();
}

async function diagnosis(session) {
    const page = await session.page();
    const view = await session.json("/api/v1/diagnosis");
    await session.check("every chain has its activities, each with what is known of it", async () => {
        await session.visit(page, "/diagnosis");
        expectEqual(await count(page, ".chain"), view.constraints.length, "chains");
        const links = view.constraints.reduce((sum, { activities }) => sum + activities.length, 0);
        expectEqual(await count(page, ".chain-link .footing"), links, "activities");
    });
    await session.check("whoever carries too much stands out in words, and the table has everybody", async () => {
        expectEqual(await count(page, ".load-over"), view.institutions.filter(({ over }) => over).length, "overloads");
        await openAll(page);
        expectEqual(await count(page, "#load tbody tr"), view.institutions.length, "institutions");
        expectEqual(await count(page, ".law"), view.regulations.length, "laws");
        expectEqual(await count(page, ".foresight li"), view.foresight.length, "foresight");
    });
    await page.context().close();
}

async function everywhere(session) {
    const page = await session.page({ viewport: { width: 360, height: 740 } });
    await session.check("on a narrow screen the pages open behind one button, by keyboard", async () => {
        await session.visit(page, "/council");
        const toggle = page.locator(".nav-toggle");
        expect((await toggle.innerText()).includes("Council"), "the button does not say where one is");
        expect(!(await page.getByRole("link", { name: "Money" }).isVisible()), "the pages are open");
        await toggle.focus();
        await page.keyboard.press("Enter");
        await page.getByRole("link", { name: "Money" }).click();
        await page.locator("h1", { hasText: "Money" }).waitFor();
        expectEqual(await toggle.getAttribute("aria-expanded"), "false", "closed again");
    });
    await session.check("sentences of the agenda are Urdu", async () => {
        await session.visit(page, "/council?lang=ur&agenda=proposed");
        await openAll(page);
        const english = await page.locator(".agenda-group > summary h3 > [lang=en]").allInnerTexts();
        expectEqual(english.join(" | "), "", "English headings");
        const whys = await page.locator(".agenda-items .why").count();
        const left = await page.locator(".agenda-items .why > [lang=en]").count();
        expect(left <= whys / 10, `${left} of ${whys} reasons are English`);
    });
    await page.context().close();
}

/** The council's room, the working plan, the money, the programmes, the diagnosis. */
export async function checkRooms(session) {
    await council(session);
    await workingPlan(session);
    await money(session);
    await programmes(session);
    await diagnosis(session);
    await everywhere(session);
}
