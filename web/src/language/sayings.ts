/**
 * The fixed sentences of the server in Urdu. What is not here stays in English, marked as such.
 */
const sentences: Record<string, string> = {
    "set a due date": "مقررہ تاریخ طے کریں",
    "set a value": "مقدار طے کریں",
    "set a unit": "اکائی طے کریں",
    "establish a baseline": "ابتدائی سطح معلوم کریں",
    "state what the target is": "ہدف کی عبارت لکھیں",
    "say how the target is measured": "ہدف کا پیمانہ بتائیں",
    "name the population and how many it has": "آبادی اور اس کی تعداد بتائیں",
    "word the survey's question": "سروے کا سوال لکھیں",
    "name one lead institution": "ایک سربراہ ادارہ مقرر کریں",
    "ask the lead to confirm the activity, or adopt a working plan that holds it":
        "سربراہ ادارے سے سرگرمی کی توثیق لیں، یا اسے شامل کر کے عملی منصوبہ منظور کریں",
    "the plan leaves the lead open, so nobody can be asked":
        "منصوبے میں سربراہ ادارہ غیر طے شدہ ہے، اس لیے کسی سے پوچھا نہیں جا سکتا",
    "the lead has not confirmed the activity, and no working plan holds it":
        "سربراہ ادارے نے سرگرمی کی توثیق نہیں کی، اور یہ کسی عملی منصوبے میں نہیں",
    "it has been met": "یہ پورا ہو چکا ہے",
    "its due date has passed": "اس کی مقررہ تاریخ گزر چکی ہے",
    "the statistic of its period is complete": "اس کی مدت کے اعداد مکمل ہیں",
    "nothing has been published by this day": "اس دن تک کچھ شائع نہیں ہوا",
    "the day of publication of a figure is estimated": "ایک عدد کی تاریخِ اشاعت اندازاً ہے",
};

const lacking: Record<string, string> = {
    statement: "عبارت",
    measure: "پیمانہ",
    value: "مقدار",
    unit: "اکائی",
    baseline: "ابتدائی سطح",
    "due date": "مقررہ تاریخ",
    population: "آبادی",
    question: "سوال",
};

/** "the plan states no baseline, no due date and no question" */
function missing(sentence: string): string | undefined {
    const start = "the plan states no ";
    if (!sentence.startsWith(start)) return undefined;
    const words = sentence.slice(start.length).split(/, no | and no /);
    const translated = words.map((word) => lacking[word]);
    if (translated.some((word) => word === undefined)) return undefined;
    return `منصوبے میں درج نہیں: ${translated.join("، ")}`;
}

/** The Urdu of a sentence of the server, or nothing where there is none. */
export function inUrdu(sentence: string): string | undefined {
    return sentences[sentence] ?? missing(sentence);
}
