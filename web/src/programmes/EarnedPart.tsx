import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ProgrammeView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { earnedFigures } from "./arrange";
import { Qualified } from "./Qualified";

const percents = new Set(["percent_planned", "percent_complete", "percent_spent"]);
const indices = new Set(["schedule_performance", "cost_performance", "schedule_performance_time", "to_complete_performance"]);
const inDays = new Set(["earned_schedule_days", "schedule_variance_days", "duration_estimate_days"]);

function Bars({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { earned_value: value } = view;
    const bars = ["planned_value", "earned_value", "actual_cost", "budget_at_completion"] as const;
    const most = Math.max(1, ...bars.map((name) => value[name] ?? 0));
    return (
        <dl className="bars earned-bars">
            {bars.map((name) => (
                <div key={name} data-of={name}>
                    <dt>{t(`programmes.earned.${name}`)}</dt>
                    <dd>
                        <span className="bar" style={{ inlineSize: `calc((100% - 8rem) * ${(value[name] ?? 0) / most})` }} aria-hidden="true" />
                        <span className="nowrap" title={format.number(value[name] ?? 0)}>
                            {format.compact(value[name] ?? 0)} {value.currency}
                        </span>
                    </dd>
                </div>
            ))}
        </dl>
    );
}

function FiguresTable({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const { earned_value: value } = view;
    const unitOf = (name: string) =>
        inDays.has(name) ? "days" : indices.has(name) || percents.has(name) ? "" : value.currency;
    return (
        <Fold words={t("programmes.earnedTable")}>
            <Table>
                <caption className="unseen">{t("programmes.earnedTable")}</caption>
                <tbody>
                    {earnedFigures(value).map(({ name, figure }) => (
                        <tr key={name}>
                            <th scope="row">{t(`programmes.earned.${name}`)}</th>
                            <td className="numeric">
                                <Qualified
                                    of={figure}
                                    unit={unitOf(name)}
                                    digits={indices.has(name) ? 3 : 1}
                                    isMoney={unitOf(name) === value.currency}
                                    isPercent={percents.has(name)}
                                />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Fold>
    );
}

function Tasks({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (view.tasks.length === 0) return null;
    const money = (value: number | null, currency: string) =>
        value === null ? "–" : `${format.compact(value)} ${currency}`;
    return (
        <>
            <h3>{t("programmes.tasks")}</h3>
            <ul className="tasks">
                {view.tasks.map((task) => (
                    <li key={task.task}>
                        <p className="task-name">
                            <Printed>{task.title}</Printed>{" "}
                            <PlaceLink to={`/journal/${task.seq}`} className="nowrap">
                                {t("story.entry", { seq: task.seq })}
                            </PlaceLink>
                        </p>
                        <span className="gap-track" data-none={task.percent === null || undefined} aria-hidden="true">
                            <span style={{ inlineSize: `${task.percent ?? 0}%` }} />
                        </span>
                        <p className="table-note">
                            {task.percent === null
                                ? t("programmes.notReported")
                                : t("programmes.taskDone", { share: format.percent(task.percent / 100) })}
                            {" · "}
                            {t("programmes.taskCost", { cost: money(task.cost, task.currency), budget: money(task.budget, task.currency) })}
                            {" · "}
                            {task.from === null || task.until === null
                                ? t("programmes.noSchedule")
                                : `${format.shortDay(task.from)} – ${format.shortDay(task.until)}`}
                        </p>
                    </li>
                ))}
            </ul>
        </>
    );
}

/** Earned value, only where it exists; else why not. */
export function EarnedPart({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { earned_value: value } = view;
    const isKnown = value.missing.length === 0;
    return (
        <Part id="earned" title={t("programmes.earnedValue")}>
            {isKnown ? (
                <>
                    <p className="hint">
                        {value.from !== null && value.until !== null && `${format.shortDay(value.from)} – ${format.shortDay(value.until)} · `}
                        {t("programmes.daysGone", { gone: format.number(value.days_elapsed ?? 0), planned: format.number(value.days_planned ?? 0) })}
                    </p>
                    <Bars view={view} />
                    <FiguresTable view={view} />
                </>
            ) : (
                <div className="note">
                    <p>{t("programmes.noEarned")}</p>
                    <ul className="plain-list">
                        {value.missing.map((what) => (
                            <li key={what}>
                                <Coded text={what} isPhrase />
                            </li>
                        ))}
                    </ul>
                </div>
            )}
            <Tasks view={view} />
        </Part>
    );
}
