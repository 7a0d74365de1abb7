import { useTranslation } from "react-i18next";

import type { Counts } from "../data/types";
import { useFormat } from "../format/useFormat";
import { present, total } from "./statuses";
import "./status.css";

interface Props {
    counts: Counts;
    thin?: boolean;
}

/** Counts by status as one bar; the words stand beside it wherever it is used. */
export function StatusBar({ counts, thin = false }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const parts = present(counts);
    const words = parts.map(({ status, count }) => `${format.number(count)} ${t(`status.${status}`)}`);
    return (
        <div
            className="status-bar"
            data-thin={thin || undefined}
            role="img"
            aria-label={t("board.bar", { total: format.number(total(counts)), parts: words.join(", ") })}
        >
            {parts.map(({ status, count }) => (
                <div
                    key={status}
                    className="status-part"
                    data-status={status}
                    style={{ flexGrow: count }}
                >
                    {thin ? null : <span aria-hidden="true">{format.number(count)}</span>}
                </div>
            ))}
        </div>
    );
}
