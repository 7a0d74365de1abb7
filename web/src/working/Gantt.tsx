import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { WorkingActivity } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Printed } from "../language/Printed";
import { schedule, type Schedule } from "./arrange";

/** Steps against the years, from left to right in every language; the table says the same. */
function Chart({ found, label }: { found: Schedule; label: string }) {
    const position = (start: number, length: number) => ({ left: `${start}%`, width: `${length}%` });
    return (
        <div className="gantt" role="img" aria-label={label}>
            <div className="gantt-row gantt-years" aria-hidden="true">
                <span />
                <div className="gantt-track" dir="ltr">
                    {found.years.map(({ name, start, length }) => (
                        <span key={name} className="gantt-year" style={position(start, length)}>
                            {name}
                        </span>
                    ))}
                </div>
            </div>
            {found.bars.map((bar, index) => (
                <div key={`${bar.activity}${bar.title}`} className="gantt-row" data-first={found.bars[index - 1]?.activity !== bar.activity || undefined}>
                    <span className="gantt-name">
                        <bdi className="code">{bar.activity}</bdi> <Printed>{bar.title}</Printed>
                    </span>
                    <div className="gantt-track" dir="ltr">
                        {found.years.map(({ name, start, length }) => (
                            <span key={name} className="gantt-ground" style={position(start, length)} />
                        ))}
                        <span className="gantt-bar" style={position(bar.start, bar.length)} />
                        {found.day !== undefined && (
                            <span className="gantt-day" style={{ left: `${found.day}%` }} />
                        )}
                    </div>
                </div>
            ))}
        </div>
    );
}

export function Gantt({ activities, asOf }: { activities: WorkingActivity[]; asOf: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const found = schedule(activities, asOf);
    if (found === undefined)
        return (
            <Part id="steps" title={t("working.steps")}>
                <p className="empty">{t("working.noSteps")}</p>
            </Part>
        );
    return (
        <Part id="steps" title={t("working.steps")} hint={t("working.stepsHint", { day: format.day(asOf) })}>
            <Chart found={found} label={t("working.ganttLabel", { count: found.bars.length })} />
            <Fold words={t("working.stepsTable")}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            <th scope="col">{t("plan.activity")}</th>
                            <th scope="col">{t("working.step")}</th>
                            <th scope="col">{t("working.from")}</th>
                            <th scope="col">{t("working.until")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {found.bars.map((bar) => (
                            <tr key={bar.activity + bar.title}>
                                <th scope="row">
                                    <bdi className="code">{bar.activity}</bdi>
                                </th>
                                <td data-name={t("working.step")}>
                                    <Printed>{bar.title}</Printed>
                                </td>
                                <td data-name={t("working.from")}>{format.shortDay(bar.from)}</td>
                                <td data-name={t("working.until")}>{format.shortDay(bar.until)}</td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Fold>
        </Part>
    );
}
