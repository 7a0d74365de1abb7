import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import { en } from "./en";

export const languages = ["en", "ur"] as const;
export type Language = (typeof languages)[number];

export const directions: Record<Language, "ltr" | "rtl"> = { en: "ltr", ur: "rtl" };
export const names: Record<Language, string> = { en: "English", ur: "اردو" };

const key = "tameel.language";

export function isLanguage(text: string | null | undefined): text is Language {
    return text !== null && text !== undefined && (languages as readonly string[]).includes(text);
}

// A browser may forbid storage; the language then lasts as long as the address carries it.
function stored(): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function keep(language: Language): void {
    try {
        localStorage.setItem(key, language);
    } catch {
        return;
    }
}

/** The address decides, then the last choice, then English. */
export function chosen(search: string): Language {
    const asked = new URLSearchParams(search).get("lang");
    if (isLanguage(asked)) return asked;
    const last = stored();
    return isLanguage(last) ? last : "en";
}

type Sayings = typeof import("./sayings");
let sayings: Sayings | undefined;

/** What turns the server's sentences into the language of the page; English needs nothing. */
export function translator(language: string): Sayings | undefined {
    return language === "ur" ? sayings : undefined;
}

/** A sentence of the server as plain text, for a name that is no element of its own. */
export function plainSaying(language: string, text: string): string {
    const to = translator(language);
    const urdu = to?.clausesInUrdu(text);
    return to === undefined || urdu === undefined ? text : to.textOf(urdu);
}

/** A unit inside of a sentence of ours. */
export function unitName(language: string, unit: string): string {
    return translator(language)?.unitInUrdu(unit) ?? unit;
}

/** Loads the words of a language once and shows them. */
export async function speak(language: Language): Promise<void> {
    if (language === "ur" && sayings === undefined) {
        const [{ ur }, loaded] = await Promise.all([import("./ur"), import("./sayings")]);
        i18next.addResourceBundle("ur", "translation", ur);
        sayings = loaded;
        // The page does not wait for it, and a font that fails leaves the page as it is.
        void import("./urduFont").then(({ loadUrduFont }) => loadUrduFont()).catch(() => undefined);
    }
    document.documentElement.lang = language;
    document.documentElement.dir = directions[language];
    await i18next.changeLanguage(language);
}

export async function startLanguage(): Promise<void> {
    await i18next.use(initReactI18next).init({
        lng: "en",
        fallbackLng: "en",
        resources: { en: { translation: en } },
        keySeparator: ".",
        interpolation: {
            // React escapes. What stands inside a sentence keeps its own direction: between FSI
            // and PDI, "1.1.2-4" is not turned around in an Urdu line.
            escapeValue: true,
            escape: (text) =>
                document.documentElement.dir === "rtl" ? `\u2068${text}\u2069` : text,
        },
        returnNull: false,
        showSupportNotice: false,
    });
    await speak(chosen(window.location.search));
}
