import { useTranslation } from "react-i18next";

import { documentTitle, planOf } from "../data/planDocument";
import { usePlan } from "../data/queries";
import type { ProgrammeCount } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

interface Props {
    count: ProgrammeCount;
    /** The code of the figure alone; Documents says whose it is. */
    isShort?: boolean;
}

/** Where a count comes from: an entry of the journal, or a figure of a document. */
export function Source({ count, isShort = false }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const plan = usePlan().data;
    const [, entry] = /^entry (\d+)$/.exec(count.source) ?? [];
    return (
        <span className="table-note">
            {entry !== undefined ? (
                <PlaceLink to={`/journal/${entry}`}>{t("story.entry", { seq: entry })}</PlaceLink>
            ) : (
                <Printed>
                    {isShort ? count.source : `${documentTitle(plan && planOf(plan), count.document)}, ${count.source}`}
                </Printed>
            )}
            {" · "}
            {t("programmes.knownOn", { day: format.shortDay(count.known_on) })}
            {count.grade !== "" && <> · {t("story.grade", { grade: count.grade })}</>}
            {count.note !== "" && (
                <>
                    {" · "}
                    <Printed>{count.note}</Printed>
                </>
            )}
        </span>
    );
}

/** The documents that the figures were printed in, once for all of them. */
export function Documents({ counts }: { counts: ProgrammeCount[] }) {
    const { t } = useTranslation();
    const plan = usePlan().data;
    const documents = [...new Set(counts.map(({ document }) => document))].filter((one) => one !== "");
    if (documents.length === 0) return null;
    const codesOf = (document: string) => counts.filter((count) => count.document === document).map(({ source }) => source);
    return (
        <ul className="plain-list documents">
            {documents.map((document) => (
                <li key={document}>
                    {t("programmes.figures")} <Printed>{[...new Set(codesOf(document))].sort().join(", ")}</Printed>
                    {": "}
                    <Printed>{documentTitle(plan && planOf(plan), document)}</Printed>
                </li>
            ))}
        </ul>
    );
}
