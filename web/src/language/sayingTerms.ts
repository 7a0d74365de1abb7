/** The single words inside of what the server says, in Urdu. */
import { ur } from "./ur";

export type Terms = Record<string, string>;

/** As `status::label` and `progress::word` write them: "on track", and on_track. */
function statusTerms(): Terms {
    return Object.fromEntries(
        Object.entries(ur.status).flatMap(([code, name]) => [[code, name], [code.replaceAll("_", " "), name]]),
    );
}

const statuses = statusTerms();

export const sayingTerms = {
    open: ur.open,
    none: ur.none,
    measure: ur.measure as Terms,
    lacking: {
        statement: "عبارت",
        measure: "پیمانہ",
        value: "مقدار",
        unit: "اکائی",
        baseline: "ابتدائی سطح",
        "due date": "مقررہ تاریخ",
        population: "آبادی",
        question: "سوال",
    } as Terms,
    /** What a working plan may lack, as src/council/checklist.cpp words it. */
    openFields: {
        ...(ur.field as Terms),
        "due date": ur.field.due,
        "dated steps": "تاریخ وار مراحل",
        supporters: ur.field.support,
        confirmation: "توثیق",
    } as Terms,
    /** The states of a report. */
    states: {
        not_asked: ur.word.not_asked,
        "not asked": ur.word.not_asked,
        not_yet: ur.word.not_yet,
        "not yet": ur.word.not_yet,
        due: ur.word.due_state,
        overdue: ur.word.overdue,
        submitted: ur.word.submitted,
        returned: ur.word.returned,
        verified: ur.word.verified,
        endorsed: ur.word.endorsed,
    } as Terms,
    /** Of an explanation, by its label. */
    values: { status: statuses, origin: ur.outcome.origin } as Record<string, Terms | undefined>,
    /** Of a sentence, by the name of the group. */
    words: {
        status: statuses,
        rating: statuses,
        bound: {
            "at least": "کم از کم",
            "at most": "زیادہ سے زیادہ",
            "": "",
            "more than ": "کم از کم ",
            "about ": "تقریباً ",
            "at most ": "زیادہ سے زیادہ ",
        },
        known: {
            "what was aimed at": "ہدف کیا تھا",
            "what was done": "کیا ہو چکا",
            "money approved": "منظور شدہ رقم",
            "money disbursed": "جاری شدہ رقم",
        },
        done: { done: ur.story.done, "not done": ur.story.notDone },
        weaker: {
            lowered: ur.story.weaker.lowered,
            "put off": ur.story.weaker.later,
            withdrawn: ur.story.weaker.withdrawn,
            changed: ur.story.weaker.changed,
        },
        field: ur.field,
        rung: ur.word as Terms,
        answer: ur.word as Terms,
        raiser: { "a firm": ur.council.by.firm, "a member": ur.council.by.member },
        stage: {
            "not drafted": ur.council.stage.not_drafted,
            drafted: ur.council.stage.drafted,
            submitted: ur.council.stage.submitted,
            accepted: ur.council.stage.accepted,
        },
        every: { month: "مہینے", quarter: "سہ ماہیاں", half: "ششماہیاں", year: "سال" },
        operation: { sum: "مجموعہ", difference: "فرق", growth: "اضافہ", share: "حصہ" },
        state: { verified: ur.word.verified, reported: "رپورٹ شدہ" } as Terms,
        nearly: { about: "تقریباً", roughly: "اندازاً" },
        compared: { smaller: "کم", larger: "زیادہ" },
        slip: { unit: "اکائی", digit: "ہندسے" },
        peers: {
            "the other figures published for the same months": "انہی مہینوں کے دیگر شائع شدہ اعداد",
            "the other cumulative figures of its fiscal year": "اسی مالی سال کے دیگر مجموعی اعداد",
            "the difference of the two cumulative figures around it": "اس کے اردگرد کے دو مجموعی اعداد کے فرق",
        },
    } as Record<string, Terms | undefined>,
    /** Units of the plan; after 1 the server writes them in the singular. */
    units: {
        percent: "فیصد",
        "USD million": "ملین امریکی ڈالر", "USD a head": "امریکی ڈالر فی کس", "PKR a head": "روپے فی کس",
        "percentage points": "فیصدی پوائنٹ", "percent a year": "فیصد سالانہ",
        days: "دن", months: "ماہ", persons: "افراد", startups: "نئی کمپنیاں", teams: "ٹیمیں", projects: "منصوبے",
        firms: "کمپنیاں", companies: "کمپنیاں", jobs: "ملازمتیں", parks: "پارک", centres: "مراکز", agents: "ایجنٹ",
        events: "تقریبات", areas: "شعبے", phases: "مراحل", destinations: "مقامات", mauzas: "موضعے", km: "کلومیٹر",
        nodes: "نوڈ", "square feet": "مربع فٹ",
        dialogue: "مکالمہ", dialogues: "مکالمے",
        investment: "سرمایہ کاری", investments: "سرمایہ کاریاں",
        market: "منڈی", markets: "منڈیاں",
        measure: "اقدام", measures: "اقدامات",
        mention: "تذکرہ", mentions: "تذکرے",
        report: "رپورٹ", reports: "رپورٹیں",
        session: "نشست", sessions: "نشستیں",
        speaker: "مقرر", speakers: "مقررین",
        student: "طالب علم", students: "طلبہ",
        summit: "سربراہی اجلاس", summits: "سربراہی اجلاس",
        workshop: "ورکشاپ", workshops: "ورکشاپس",
    } as Terms,
};
