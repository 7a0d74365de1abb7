import { describe, expect, it } from "vitest";

import { qualityPatterns } from "./qualityPatterns";
import { inUrdu, textOf } from "./sayings";

const read = (text: string) => {
    const parts = inUrdu(text);
    return parts === undefined ? undefined : textOf(parts).replace(/[\u2068\u2069]/g, "");
};

// As src/statistics of the server writes them.
const sayings: Record<string, string> = {
    "printed in another unit: 286.00 for 0.28600": "کسی اور اکائی میں شائع: 0.28600 کی جگہ 286.00",
    "a digit left out: 20 for 201": "ایک ہندسہ رہ گیا: 201 کی جگہ 20",
    "a point in the wrong place, or a zero too many or too few: 0.41 for 0.041":
        "اعشاریہ غلط جگہ پر، یا ایک صفر زیادہ یا کم: 0.041 کی جگہ 0.41",
    "two digits exchanged: 94.79 for 94.97, as the total beside it needs":
        "دو ہندسے آپس میں بدل گئے: 94.97 کی جگہ 94.79، جیسا ساتھ کا کل تقاضا کرتا ہے",
    "one digit wrong: 54.01 for 94.01? The year's other growth is near 8 percent":
        "ایک ہندسہ غلط: 94.01 کی جگہ 54.01؟ سال کی باقی نمو 8 فیصد کے قریب ہے",
    "it repeats the figure of 2022-04": "یہ اپریل 2022 کے عدد کو دہراتا ہے",
    "as much as 10 of the 12 months, called the year": "12 میں سے 10 مہینوں جتنا، جسے پورے سال کا کہا گیا",
    "its parts sum to 8.757, 0.027 more": "اس کے حصوں کا مجموعہ 8.757 ہے، 0.027 زیادہ",
    "it is the figure of the whole (world), printed for Saudi Arabia (as printed)":
        "یہ پورے (world) کا عدد ہے، جو Saudi Arabia (as printed) کے لیے شائع ہوا",
    "2 values were published from 514.45 to 514.74; in force is X0043 514.74 for 2018-07/2019-02 [pbs_8mfy20]":
        "2 قدریں شائع ہوئیں، 514.45 سے 514.74 تک؛ رائج X0043 514.74 for 2018-07/2019-02 [pbs_8mfy20] ہے",
    "look up whether 94.97 was meant": "دیکھیں کہ کیا 94.97 مراد تھا",
    "look up what the figure is of; the part's own is not published": "دیکھیں کہ عدد کس کا ہے؛ حصے کا اپنا عدد شائع نہیں ہوا",
};

describe("what the review says of figures", () => {
    it.each(Object.entries(sayings))("reads %j in Urdu", (english, urdu) => expect(read(english)).toBe(urdu));

    it("stays in English where a number or a word is none that is known", () => {
        expect(read("a digit left out: twenty for 201")).toBeUndefined();
        expect(read("look up something else")).toBeUndefined();
    });

    it("shows every group of its patterns", () => {
        for (const { english, urdu } of qualityPatterns) {
            const groups = [...english.source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
            expect(groups.every((name) => urdu.includes(`{${name}}`)), urdu).toBe(true);
        }
    });
});
