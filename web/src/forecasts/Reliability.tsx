import { Table } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import type { Group } from "./arrange";

const margin = { top: 22, end: 24, bottom: 52, start: 52 };

export function useGroupWords() {
    const { t } = useTranslation();
    const format = useFormat();
    const ends = ({ from, until }: Group) => ({ from: format.number(100 * from, 0), until: format.number(100 * until, 0) });
    return {
        range: (group: Group) => t("forecasts.record.range", ends(group)),
        sentence: (group: Group) => t("forecasts.record.sentence", { ...ends(group), happened: format.number(group.happened), count: format.number(group.count) }),
    };
}

/** What was said against how often it happened; on the diagonal both are the same. */
function Chart({ groups }: { groups: Group[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { ref, width } = useElementSize();
    const count = groups.reduce((sum, group) => sum + group.count, 0);
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

function Numbers({ groups }: { groups: Group[] }) {
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
                                {t("forecasts.record.of", { happened: format.number(group.happened), count: format.number(group.count) })} · <strong><bdi>{format.percent(group.share)}</bdi></strong>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Claims by what was said, as a chart and in numbers, with what belongs beside these. */
export function Reliability({ groups, children }: { groups: Group[]; children?: ReactNode }) {
    return (
        <div className="record-columns">
            <Chart groups={groups} />
            <div>
                <Numbers groups={groups} />
                {children}
            </div>
        </div>
    );
}
