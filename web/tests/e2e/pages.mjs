import { forecastPages } from "./forecasts.mjs";
import { expect, expectEqual, violations } from "./session.mjs";
import { statisticsPages } from "./statistics.mjs";

const looks = [
    { language: "en", direction: "ltr", colorScheme: "light" },
    { language: "ur", direction: "rtl", colorScheme: "light" },
    { language: "en", direction: "ltr", colorScheme: "dark" },
];

/** Every kind of page, and of the stories those that show most. */
function pagesOf(board) {
    const { targets, outcomes } = board;
    const stories = new Set(targets.slice(0, 1).map(({ id }) => id));
    for (const target of targets) {
        if (target.escalation.length > 0 || target.promises.length > 0) stories.add(target.id);
        if (stories.size >= 4) break;
    }
    for (const outcome of outcomes) {
        if (outcome.measure === "concentration" || outcome.status === "met") stories.add(outcome.id);
    }
    return {
        scoreboard: "/",
        "scoreboard of 2024": "/?as_of=2024-05-20",
        plan: "/plan",
        council: "/council",
        "council of 2024": "/council?as_of=2024-05-20",
        "proposed agenda": "/council?agenda=proposed",
        "working plan": "/working-plan",
        "working plan of the council": "/working-plan?who=council",
        money: "/money",
        "money by cost": "/money?show=cost",
        programmes: "/programmes",
        "programmes of 2023": "/programmes?as_of=2023-01-31",
        "a programme with a funnel": "/programmes/challenge-innovation-fund",
        "a programme with outputs": "/programmes/usf-backhaul",
        "a programme with a cohort": "/programmes/conversion-courses",
        "a programme that counts a stock": "/programmes/software-technology-parks",
        "no such programme": "/programmes/nothing",
        ...statisticsPages,
        ...forecastPages,
        diagnosis: "/diagnosis",
        journal: "/journal",
        "first entry": "/journal/0",
        method: "/method",
        "no such page": "/nowhere",
        "no such target": "/targets/9.9.9-9",
        "before the record": "/?recorded_by=2000-01-01",
        ...Object.fromEntries([...stories].map((id) => [`story of ${id}`, `/targets/${id}`])),
    };
}

async function openAll(page) {
    await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
    });
}

async function checkFrame(page, board, { language, direction }) {
    expectEqual(await page.locator("h1").count(), 1, "number of main headings");
    expectEqual(await page.locator("html").getAttribute("lang"), language, "language");
    expectEqual(await page.locator("html").getAttribute("dir"), direction, "direction");
    expect((await page.title()).length > 6, `the title says little: "${await page.title()}"`);
    expectEqual(
        await page.locator(".exercise-banner").count(),
        board.strategy.exercise ? 1 : 0,
        "number of exercise banners",
    );
}

/** People read "on track"; on_track is for the address and for the content of an entry. */
async function checkLabels(page) {
    const text = await page.evaluate(() => document.getElementById("content")?.innerText ?? "");
    const codes = text.match(/\b(?:on_track|at_risk|off_track|no_data|not_asked|not_yet|not_due|cannot_judge)\b/g) ?? [];
    expectEqual([...new Set(codes)].join(", "), "", "codes of statuses on the page");
}

async function checkNarrow(page) {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(width <= 360, `the page is ${width} pixels wide`);
}

export async function checkPages(session) {
    for (const look of looks) {
        const page = await session.page({ colorScheme: look.colorScheme });
        for (const [name, path] of Object.entries(pagesOf(session.board))) {
            const address = `${path}${path.includes("?") ? "&" : "?"}lang=${look.language}`;
            const claim = `${name} (${look.language}, ${look.colorScheme})`;
            page.faults.length = 0;
            await session.check(`${claim} has its frame`, async () => {
                await session.visit(page, address);
                await checkFrame(page, session.board, look);
            });
            await session.check(`${claim} has no violation of WCAG 2.2`, async () => {
                await openAll(page);
                const found = await violations(page);
                expect(found.length === 0, found.slice(0, 5).join("\n"));
            });
            await session.check(`${claim} shows no code of a status`, () => checkLabels(page));
            await session.check(`${claim} asks nobody else and breaks no rule`, () =>
                expect(page.faults.length === 0, page.faults.join("\n")),
            );
            if (look.colorScheme === "light")
                await session.check(`${claim} fits 360 pixels`, () => checkNarrow(page));
        }
        await page.context().close();
    }
}
