import { Table } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { useTrackRecord } from "../data/queries";
import { ProblemError } from "../data/request";
import type { OutlookTrackRecord } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Scrolls } from "../frame/Scrolls";
import { groupsOf, verdictOfRecord, worstOf, type Group } from "./arrange";
import { diamond } from "./FanChart";

const margin = { top: 22, end: 24, bottom: 52, start: 52 };

function useGroupWords() {
    const { t } = useTranslation();
    const format = useFormat();
    const ends = ({ from, until }: Group) => ({ from: format.number(100 * from, 0), until: format.number(100 * until, 0) });
    return {
        range: (group: Group) => t("forecasts.record.range", ends(group)),
        sentence: (group: Group) => t("forecasts.record.sentence", { ...ends(group), happened: format.number(group.happened), count: format.number(group.count) }),
    };
}

/** What was said against how often it happened; on the diagonal both are the same. */
function Reliability({ groups, count }: { groups: Group[]; count: number }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { ref, width } = useElementSize();
    const side = Math.min(width, 460);
    const plot = Math.max(1, side - margin.start - margin.end);
    const height = plot + margin.top + margin.bottom;
    const x = (share: number) => Math.round((margin.start + plot * share) * 10) / 10;
    const y = (share: number) => Math.round((margin.top + plot * (1 - share)) * 10) / 10;
    const radius = (group: Group) => 4 + 11 * Math.sqrt(group.count / count);
    const label = t("forecasts.record.chartLabel", {
        count,
        points: groups.length,
        groups: groups.map((group) => t("forecasts.record.groupLabel", { said: format.percent(group.said), happened: format.percent(group.share) })).join("; "),
    });
    return (
        <figure className="reliability-chart">
            <figcaption className="unseen">{t("forecasts.record.chart")}</figcaption>
            <div ref={ref} className="chart" dir="ltr">
                {width > 0 && (
                    <svg width={side} height={height} role="img" aria-label={label}>
                        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
                            <g key={share} className="chart-step">
                                <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
                                <line x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} />
                                <text x={margin.start - 8} y={y(share) + 4} textAnchor="end">
                                    {format.percent(share)}
                                </text>
                                <text x={x(share)} y={y(0) + 24} textAnchor="middle">
                                    {format.percent(share)}
                                </text>
                            </g>
                        ))}
                        <text x={x(0.5)} y={height - 6} textAnchor="middle">
                            {t("forecasts.record.xAxis")}
                        </text>
                        <text x={margin.start - 44} y={12}>
                            {t("forecasts.record.yAxis")}
                        </text>
                        <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
                        {groups.map((group) => (
                            <g key={group.from} className="reliability-point">
                                <line x1={x(group.said)} x2={x(group.said)} y1={y(group.said)} y2={y(group.share)} />
                                <circle cx={x(group.said)} cy={y(group.share)} r={radius(group)} />
                                <text x={group.said > 0.9 ? x(group.said) - radius(group) - 4 : x(group.said) + radius(group) + 4} y={y(group.share) + 4} textAnchor={group.said > 0.9 ? "end" : "start"}>
                                    {format.number(group.count)}
                                </text>
                            </g>
                        ))}
                    </svg>
                )}
            </div>
            <ul className="fan-legend">
                <li data-key="group">{t("forecasts.record.key")}</li>
                <li data-key="diagonal">{t("forecasts.record.perfect")}</li>
            </ul>
        </figure>
    );
}

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

function Groups({ groups }: { groups: Group[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const words = useGroupWords();
    return (
        <Scrolls of={t("forecasts.record.chart")}>
            <Table className="figure-table reliability-table">
                <caption className="unseen">{t("forecasts.record.chart")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("forecasts.record.said")}</th>
                        <th scope="col" className="numeric">{t("forecasts.record.average")}</th>
                        <th scope="col">{t("forecasts.record.happened")}</th>
                    </tr>
                </thead>
                <tbody>
                    {groups.map((group) => (
                        <tr key={group.from}>
                            <th scope="row" className="nowrap">{words.range(group)}</th>
                            <td className="numeric">{format.percent(group.said)}</td>
                            <td className="nowrap">
                                {t("forecasts.record.of", { happened: format.number(group.happened), count: format.number(group.count) })} · <strong>{format.percent(group.share)}</strong>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
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
                    <div className="record-columns">
                        <Reliability groups={groups} count={answer.data.claims.length} />
                        <div>
                            <Groups groups={groups} />
                            <Brier of={answer.data} />
                        </div>
                    </div>
                </>
            )}
        </section>
    );
}
