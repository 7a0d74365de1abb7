// Walks through the pages of a running server as a person does, with axe on every page:
// node tests/e2e.mjs BASE_URL. Starts nothing itself; exits with 1 when something failed.
import { checkPages } from "./e2e/pages.mjs";
import { checkForecasts } from "./e2e/forecasts.mjs";
import { checkJourneys } from "./e2e/journeys.mjs";
import { checkRooms } from "./e2e/rooms.mjs";
import { Session } from "./e2e/session.mjs";
import { checkStatistics } from "./e2e/statistics.mjs";

const base = process.argv[2] ?? "http://127.0.0.1:8080";
const session = await Session.open(base);
try {
    await checkPages(session);
    await checkJourneys(session);
    await checkRooms(session);
    await checkStatistics(session);
    await checkForecasts(session);
} finally {
    await session.close();
}
console.log(`${session.passed} passed, ${session.failed} failed`);
process.exit(session.failed === 0 ? 0 : 1);
