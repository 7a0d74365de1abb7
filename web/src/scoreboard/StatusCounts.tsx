import { useTranslation } from "react-i18next";

import type { Counts, Status } from "../data/types";
import { useFormat } from "../format/useFormat";
import { StatusBar } from "../status/StatusBar";
import { StatusShape } from "../status/StatusMark";
import { present } from "../status/statuses";

interface Props {
    counts: Counts;
    chosen: Status | undefined;
    choose: (status: Status | undefined) => void;
}

/** How many targets stand where; each count is also the way to see only those. */
export function StatusCounts({ counts, chosen, choose }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <section aria-labelledby="counts-heading">
            <h2 id="counts-heading">{t("board.counts")}</h2>
            <StatusBar counts={counts} />
            <ul className="status-counts">
                {present(counts).map(({ status, count }) => (
                    <li key={status}>
                        <button
                            type="button"
                            data-status={status}
                            aria-pressed={chosen === status}
                            onClick={() => choose(chosen === status ? undefined : status)}
                        >
                            <StatusShape status={status} />
                            <span className="status-count">{format.number(count)}</span>
                            <span>{t(`status.${status}`)}</span>
                        </button>
                    </li>
                ))}
            </ul>
            <p className="hint screen-only">{t("board.countsHint")}</p>
        </section>
    );
}
