import { useTranslation } from "react-i18next";

import type { CostsAndFunds, FundingView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Tiles, type Tile } from "../frame/Tiles";
import { Amount } from "./Amount";
import { sizeOf, yearBars } from "./arrange";

function YearChart({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const bars = yearBars(view);
    if (bars.length === 0) return null;
    const most = Math.max(1, ...bars.map(({ whole }) => whole));
    const parts = ["committed", "pledged", "missing"] as const;
    const name = { committed: "committed", pledged: "pledged_not_committed", missing: "gap_after_pledges" } as const;
    return (
        <figure className="year-chart">
            <figcaption>
                <h3>{t("money.byYear")}</h3>
                <span className="money-key">
                    {parts.map((part) => (
                        <span key={part} data-part={part}>
                            {t(`money.measure.${name[part]}`)}
                        </span>
                    ))}
                </span>
            </figcaption>
            <dl>
                {bars.map(({ year, funds, whole, ...amounts }) => (
                    <div key={year}>
                        <dt>{year}</dt>
                        <dd>
                            <span className="year-bar" style={{ inlineSize: `${(100 * whole) / most}%` }} aria-hidden="true">
                                {parts.map((part) => (
                                    <span key={part} data-part={part} style={{ flexGrow: amounts[part] }} />
                                ))}
                            </span>
                            <span className="year-words">
                                {parts.map((part) => {
                                    const amount = funds[name[part]];
                                    return (
                                        <span key={part}>
                                            {t(`money.measure.${name[part]}`)}{" "}
                                            {amount === null ? (
                                                <span className="open-mark">{t(`money.why.${funds.why}`, funds.why)}</span>
                                            ) : (
                                                <strong>{format.compact(sizeOf(amount))}</strong>
                                            )}
                                        </span>
                                    );
                                })}
                            </span>
                        </dd>
                    </div>
                ))}
            </dl>
        </figure>
    );
}

function useTiles(view: FundingView): Tile[] {
    const { t } = useTranslation();
    const format = useFormat();
    const whole = view.rows.find(({ kind }) => kind === "whole");
    if (whole === undefined) return [];
    const all: CostsAndFunds = whole.all;
    const value = (amount: string | null) =>
        amount === null ? (
            <span className="open-mark">{t(`money.why.${all.why || "not costed"}`, all.why)}</span>
        ) : (
            <Amount amount={amount} />
        );
    return [
        {
            name: t("money.measure.cost"),
            value: value(all.cost),
            note: t("money.costedOf", { costed: format.number(whole.activities_costed), all: format.number(whole.activities) }),
            tone: all.cost === null ? "unknown" : undefined,
        },
        {
            name: t("money.measure.committed"),
            value: value(all.committed),
            note:
                sizeOf(all.committed_not_costed) === 0
                    ? undefined
                    : t("money.toNotCosted", { amount: format.compact(sizeOf(all.committed_not_costed)) }),
        },
        { name: t("money.measure.pledged_not_committed"), value: value(all.pledged_not_committed) },
        {
            name: t("money.measure.gap"),
            value: value(all.gap),
            note: all.gap_after_pledges === null ? undefined : t("money.afterPledges", { amount: format.compact(sizeOf(all.gap_after_pledges)) }),
            tone: all.gap === null ? "unknown" : sizeOf(all.gap) > 0 ? "bad" : "good",
        },
        {
            name: t("money.absorption"),
            value: all.absorption === null ? <span className="hint">{t("money.noneDisbursed")}</span> : format.percent(Number(all.absorption), 1),
            note: all.absorption === null ? undefined : t("money.spentOf", { spent: all.spent === null ? "–" : format.compact(sizeOf(all.spent)), disbursed: all.disbursed === null ? "–" : format.compact(sizeOf(all.disbursed)) }),
        },
    ];
}

export function Overview({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    return (
        <Part id="overview" title={t("money.overview")} hint={t("money.inCurrency", { currency: view.currency })}>
            <Tiles tiles={useTiles(view)} />
            <YearChart view={view} />
        </Part>
    );
}
