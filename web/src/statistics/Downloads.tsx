import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import type { Choice } from "./choice";
import { downloadAddress } from "./queries";
import type { Shown } from "./shown";
import type { Flow } from "./structure";

/** Each with the query that asks for it; the ending names the file. */
const formats = [
    { name: "xlsx", query: "format=xlsx", ending: "xlsx" },
    { name: "csv", query: "format=csvdata&formatVersion=2.0.0", ending: "csv" },
    { name: "json", query: "format=jsondata&formatVersion=2.0.0", ending: "json" },
    { name: "ml3", query: "format=structurespecificdata&formatVersion=3.0.0", ending: "xml" },
    { name: "ml21", query: "format=structurespecificdata&formatVersion=2.1", ending: "xml" },
    { name: "generic", query: "format=genericdata&formatVersion=2.1", ending: "xml" },
    { name: "history", query: "format=csvdata&formatVersion=2.0.0&includeHistory=true", ending: "csv" },
] as const;

interface Props {
    flow: Flow;
    dimensions: string[];
    choice: Choice;
    shown: Shown;
}

export function Downloads({ flow, dimensions, choice, shown }: Props) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const day = shown.isNewest ? undefined : shown.day;
    return (
        <Part id="downloads" title={t("statistics.downloads")} hint={t("statistics.downloadsHint", { day: format.day(shown.day) })}>
            <ul className="downloads">
                {formats.map(({ name, query, ending }) => (
                    <li key={name}>
                        <a className="button" href={downloadAddress(flow, dimensions, choice, name === "xlsx" ? `${query}&lang=${i18n.language}` : query, name === "history" ? undefined : day)} download={`${flow.id}.${ending}`}>
                            {t(`statistics.download.${name}`)}
                        </a>
                    </li>
                ))}
            </ul>
        </Part>
    );
}
