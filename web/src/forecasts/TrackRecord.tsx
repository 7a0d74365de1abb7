import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { useTrackRecord } from "../data/queries";
import { ProblemError } from "../data/request";
import type { OutlookTrackRecord } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { groupsOf, verdictOfRecord, worstOf } from "./arrange";
import { diamond } from "./FanChart";
import { Reliability, useGroupWords } from "./Reliability";

/** Both scores on one scale that begins at never wrong. */
function Brier({ of }: { of: OutlookTrackRecord }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { ref, width } = useElementSize();
    const top = Math.max(0.25, of.brier_high, of.climatology) * 1.02;
    const x = (score: number) => Math.round((10 + (Math.max(1, width - 30) * score) / top) * 10) / 10;
    const said = (score: number) => format.number(score, 3);
    const numbers = { brier: said(of.brier), low: said(of.brier_low), high: said(of.brier_high), climatology: said(of.climatology) };
    return (
        <div className="brier">
            <h4>{t("forecasts.record.brier")}</h4>
            <div ref={ref} dir="ltr">
                {width > 0 && (
                    <svg width={width} height={64} role="img" aria-label={t("forecasts.record.brierLabel", numbers)}>
                        <line className="brier-axis" x1={x(0)} x2={x(top)} y1={40} y2={40} />
                        {[0, 0.05, 0.1, 0.15, 0.2, 0.25].map((mark) => (
                            <g key={mark} className="chart-time">
                                <line x1={x(mark)} x2={x(mark)} y1={40} y2={45} />
                                <text x={x(mark)} y={59} textAnchor="middle">
                                    {format.number(mark)}
                                </text>
                            </g>
                        ))}
                        <line className="brier-range" x1={x(of.brier_low)} x2={x(of.brier_high)} y1={20} y2={20} />
                        <circle className="brier-ours" cx={x(of.brier)} cy={20} r={6} />
                        <path className="brier-theirs" d={diamond(x(of.climatology), 20, 7)} />
                    </svg>
                )}
            </div>
            <ul className="fan-legend">
                <li data-key="ours">{t("forecasts.record.ours")}</li>
                <li data-key="theirs">{t("forecasts.record.theirs")}</li>
            </ul>
            <p>{t("forecasts.record.brierText", numbers)}</p>
            <p>
                {t(`forecasts.record.${verdictOfRecord(of)}`)} {t("forecasts.record.years", { count: of.years })}
            </p>
        </div>
    );
}

/** How good such probabilities would have been, in words first. */
export function TrackRecord({ id, enabled }: { id: string; enabled: boolean }) {
    const { t } = useTranslation();
    const words = useGroupWords();
    const answer = useTrackRecord(id, enabled);
    const isNone = answer.error instanceof ProblemError && answer.error.problem.code === "E0001";
    const groups = answer.data === undefined ? [] : groupsOf(answer.data.claims);
    const said = groups.find(({ from }) => from === 0.7) ?? groups.at(-1);
    const worst = worstOf(groups);
    return (
        <section className="track-record" aria-labelledby="record-heading">
            <h3 id="record-heading">{t("forecasts.record.title")}</h3>
            {isNone && <p className="empty">{t("forecasts.record.none")}</p>}
            {answer.isError && !isNone && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {answer.data === undefined && !answer.isError && (
                <p className="hint" role="status">
                    {t("forecasts.record.waiting")}
                </p>
            )}
            {answer.data !== undefined && (
                <>
                    <div className="record-sentences">
                        {said !== undefined && <p>{words.sentence(said)}</p>}
                        {worst !== undefined && worst !== said && <p>{t("forecasts.record.worst", { sentence: words.sentence(worst), interpolation: { escapeValue: false } })}</p>}
                    </div>
                    <p className="hint">{t("forecasts.record.hint")}</p>
                    <Reliability groups={groups}>
                        <Brier of={answer.data} />
                    </Reliability>
                </>
            )}
        </section>
    );
}
