import { describe, expect, it } from "vitest";

import { agendaPatterns } from "./agendaPatterns";
import { clausesInUrdu, textOf } from "./sayings";

const read = (text: string) => {
    const filled = clausesInUrdu(text);
    return filled === undefined ? undefined : textOf(filled);
};

// As src/council, src/programme and src/app of the server write them.
const sentences: Record<string, string> = {
    "MoITT is late: Find a hall": "MoITT کی طرف سے تاخیر: Find a hall",
    "MoITT owes: Find a hall": "MoITT کے ذمے: Find a hall",
    "1.1.1-2 missed: Two meetings": "1.1.1-2 پورا نہ ہوا: Two meetings",
    "exports-fy2022 off track: Receipts": "exports-fy2022 راہ سے ہٹا ہوا: Receipts",
    "P@SHA is silent on 12 targets": "P@SHA 12 اہداف پر خاموش ہے",
    "Decide the council's chair, quorum, term": "کونسل کے بارے میں طے کریں: صدر، کورم، میعاد",
    "Name the holders of 13 seats": "13 نشستوں کے ارکان نامزد کریں",
    "decided on 2026-02-17, was due on 2026-07-15; proof: a signed letter; brought to the council on 2026-08-26; left over from 2026-Q3":
        "17 فروری، 2026 کو فیصلہ ہوا، مقررہ تاریخ 15 جولائی، 2026 تھی؛ ثبوت: a signed letter؛ 26 اگست، 2026 کو کونسل کے سامنے لایا گیا؛ 2026-Q3 سے بچا ہوا",
    "not drafted since 2025-08-22, for 461 days, was to be decided by 2026-01-07":
        "22 اگست، 2025 سے، 461 دن سے: مسودہ نہیں بنا؛ فیصلہ 7 جنوری، 2026 تک ہونا تھا",
    "raised on 2026-05-07 by a member, to be answered by 2026-05-22; owned by MoITT":
        "7 مئی، 2026 کو ایک رکن نے پیش کیا، جواب 22 مئی، 2026 تک دینا تھا؛ جواب دہ: MoITT",
    "the council: period, due date of 1.1.1-1 to -3; the lead, P@SHA: confirmation, dated steps, verification of 1.1.1-1, -2; supporters not confirmed: MoITT, Local chambers of commerce, DGTO; the secretariat: verifier of 1.1.1-1 to -4":
        "کونسل: مدت، مقررہ تاریخ برائے 1.1.1-1 – -3؛ سربراہ ادارہ، P@SHA: توثیق، تاریخ وار مراحل، تصدیق کا ذریعہ برائے 1.1.1-1, -2؛ معاونین جنہوں نے توثیق نہیں کی: MoITT, Local chambers of commerce, DGTO؛ سیکرٹریٹ: تصدیق کرنے والا ادارہ برائے 1.1.1-1 – -4",
    "the secretariat: MoFEPT, Local chambers of commerce, Ministry of Labour":
        "سیکرٹریٹ: MoFEPT، Local chambers of commerce، Ministry of Labour",
    "MoITT said partly, by 2026; FBR said no": "MoITT کا جواب: جزوی، 2026 تک؛ FBR کا جواب: نہیں",
    "said partly, by 2024, which has passed": "جواب: جزوی، 2024 تک، جو گزر چکا",
    "it leads 11 and supports 10 of 23 activities; a load of 13.50 against 2.3 for a capacity rated 3":
        "یہ 23 میں سے 11 سرگرمیوں کا سربراہ اور 10 کا معاون ہے؛ بوجھ 13.50، جبکہ درجہ 3 کی استعداد کے لیے حد 2.3 ہے",
    "verified to a part; 1 of 2 results of its objective are measured; whether it moved them is not tested":
        "جزوی طور پر تصدیق شدہ؛ اس کے مقصد کے 2 میں سے 1 نتائج ناپے گئے ہیں؛ اس نے انہیں بدلا یا نہیں، یہ پرکھا نہیں گیا",
    "Fibre deployed: the work runs ahead of the money by about 13.1 points": "Fibre deployed: کام رقم سے تقریباً 13.1 درجے آگے ہے",
    "Works: the money runs ahead of the work by 30.0 points": "Works: رقم کام سے 30.0 درجے آگے ہے",
    "not known: money disbursed": "معلوم نہیں: جاری شدہ رقم",
};

describe("the sentences of the council", () => {
    it.each(Object.entries(sentences))("%s", (english, urdu) => {
        expect(read(english)).toBe(urdu);
    });

    it("stay what they are where nothing in them is known, and keep a clause that is not", () => {
        expect(clausesInUrdu("Letter of 2 May")).toBeUndefined();
        expect(read("Letter of 2 May; left over from 2026-Q3")).toBe("Letter of 2 May؛ 2026-Q3 سے بچا ہوا");
    });

    it("have groups that the Urdu knows", () => {
        for (const { english, urdu } of agendaPatterns) {
            const groups = [...english.source.matchAll(/\(\?<(\w+)>/g)].map((match) => match[1]);
            for (const [, name] of urdu.matchAll(/\{(\w+)\}/g)) expect(groups, urdu).toContain(name);
        }
    });
});
