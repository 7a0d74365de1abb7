import { useDirection } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { directions, isLanguage, keep, languages, names, speak } from "./i18n";

export function LanguageSwitch() {
    const { t, i18n } = useTranslation();
    const { setDirection } = useDirection();
    const [, setSearch] = useSearchParams();

    const choose = async (language: string) => {
        if (!isLanguage(language)) return;
        keep(language);
        await speak(language);
        setDirection(directions[language]);
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                after.set("lang", language);
                return after;
            },
            { replace: true },
        );
    };

    return (
        <div className="language-switch" role="group" aria-label={t("language.label")}>
            {languages.map((language) => (
                <button
                    key={language}
                    type="button"
                    lang={language}
                    aria-pressed={i18n.language === language}
                    onClick={() => void choose(language)}
                >
                    {names[language]}
                </button>
            ))}
        </div>
    );
}
