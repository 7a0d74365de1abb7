import axe from "axe-core";

import { launch } from "../browser.mjs";

/** A browser on one server, the answers of that server, and the tally of what was checked. */
export class Session {
    passed = 0;
    failed = 0;

    static async open(base) {
        const session = new Session();
        session.base = base;
        session.browser = await launch();
        session.board = await session.json("/api/v1/targets");
        return session;
    }

    close() {
        return this.browser.close();
    }

    async json(path) {
        const response = await fetch(new URL(path, this.base));
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
        return response.json();
    }

    /** A fresh page that remembers what went wrong: errors, refused styles, foreign requests. */
    async page(options = {}) {
        const context = await this.browser.newContext({
            viewport: { width: 1280, height: 900 },
            locale: "en-GB",
            ...options,
        });
        const page = await context.newPage();
        page.faults = [];
        page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
        page.on("console", (message) => {
            // The browser itself reports every refusal of the server as an error.
            if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
                page.faults.push(`console: ${message.text()}`);
        });
        page.on("request", (request) => {
            if (new URL(request.url()).host !== new URL(this.base).host)
                page.faults.push(`foreign request: ${request.url()}`);
        });
        return page;
    }

    async visit(page, path) {
        await page.goto(new URL(path, this.base).href);
        await page.locator("h1").first().waitFor();
        await page.locator("[aria-busy=true], .loading").first().waitFor({ state: "detached" });
        await page.waitForLoadState("networkidle");
    }

    async check(claim, body) {
        try {
            await body();
            this.passed += 1;
        } catch (error) {
            this.failed += 1;
            console.log(`FAILED  ${claim}\n        ${String(error.message).split("\n").join("\n        ")}`);
        }
    }
}

export function expect(condition, words) {
    if (!condition) throw new Error(words);
}

export function expectEqual(found, wanted, words) {
    expect(found === wanted, `${words}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, one line each. */
export async function violations(page) {
    await page.evaluate(axe.source);
    const { violations: found } = await page.evaluate(() => window.axe.run(document));
    return found.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
    );
}
