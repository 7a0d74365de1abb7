import { useTranslation } from "react-i18next";

import { Printed } from "../language/Printed";
import { nameIn } from "../statistics/message";
import { useCatalogue } from "../statistics/queries";
import { partsOfKey } from "../story/seriesNames";

/** The words of a key in the order of interest, each with its name in the code lists where one has it. */
export function useSeriesWords(): (key: string) => { text: string; isPrinted: boolean }[] {
    const { i18n } = useTranslation();
    const flows = useCatalogue(i18n.language !== "en").data?.flows ?? [];
    const named = (word: string) => {
        for (const flow of flows)
            for (const { codes } of flow.dimensions) {
                const code = codes.find(({ printedAs }) => printedAs.includes(word));
                const name = code === undefined ? undefined : nameIn(code.names, i18n.language);
                if (name?.language === i18n.language) return name.text;
            }
        return undefined;
    };
    return (key) =>
        [...partsOfKey(key)]
            .filter(([dimension]) => dimension !== "unit")
            .map(([, word]) => {
                const name = i18n.language === "en" ? undefined : named(word);
                return name === undefined ? { text: word, isPrinted: i18n.language !== "en" } : { text: name, isPrinted: false };
            });
}

/** "call centre services, world, receipts" */
export function useSeriesName(): (key: string) => string {
    const { t } = useTranslation();
    const words = useSeriesWords();
    return (key) => words(key).map(({ text }) => text).join(t("story.comma"));
}

export function SeriesName({ of }: { of: string }) {
    const { t } = useTranslation();
    const words = useSeriesWords()(of);
    return (
        <>
            {words.map(({ text, isPrinted }, index) => (
                <span key={text}>
                    {index > 0 && t("story.comma")}
                    {isPrinted ? <Printed>{text}</Printed> : text}
                </span>
            ))}
        </>
    );
}
