import { Button, Table } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Tiles } from "../frame/Tiles";
import { seriesAt, statusOf, tellingDimensions, triangleOf, type Triangle, type TriangleRow } from "./arrange";
import type { Figure, Series } from "./history";
import { PeriodHead } from "./PeriodHead";
import { wholePeriodName } from "./periods";
import { useFigure, useSeriesNames, type Shown } from "./shown";

const rowsFirst = 20;

/** A difference with its sign. */
export function useRevision() {
    const format = useFormat();
    return (revision: string) => {
        const size = format.decimal(revision.replace("-", ""));
        return Number(revision) === 0 ? size : `${revision.startsWith("-") ? "−" : "+"}${size}`;
    };
}

interface CellProps {
    figure: Figure | undefined;
    row: TriangleRow;
    series: Series;
    withDay?: boolean;
    name: string;
}

function VintageCell({ figure, row, series, withDay = false, name }: CellProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const { open } = useFigure();
    if (figure === undefined) return <td data-name={name} className="numeric" data-none />;
    const value = figure.value === undefined ? "—" : format.decimal(figure.value);
    const status = statusOf(figure);
    return (
        <td data-name={name} className="numeric" data-latest={figure === row.latest || undefined}>
            <span className="figure">
                <button
                    type="button"
                    aria-haspopup="dialog"
                    aria-label={t("statistics.openFigure", { value, period: wholePeriodName(row.period, format) })}
                    onClick={() => open(series, row.period.id)}
                >
                    <bdi>{value}</bdi>
                </button>
                {status !== "" && status !== "A" && <span className="status-letter">{status}</span>}
            </span>
            {withDay && <span className="table-note">{format.shortDay(figure.day)}</span>}
        </td>
    );
}

function OutcomeHeads() {
    const { t } = useTranslation();
    return (
        <>
            <th scope="col" className="numeric">
                {t("statistics.latest")}
            </th>
            <th scope="col" className="numeric">
                {t("statistics.revision")}
            </th>
        </>
    );
}

/** The latest figure of a period and how far it is from the first. */
function Outcome({ row }: { row: TriangleRow }) {
    const { t } = useTranslation();
    const format = useFormat();
    const sign = useRevision();
    return (
        <>
            <td className="numeric">
                <strong>
                    <bdi>{row.latest.value === undefined ? "—" : format.decimal(row.latest.value)}</bdi>
                </strong>
            </td>
            <td className="numeric">
                {row.figures.length === 1 ? (
                    <span className="hint">{t("statistics.onlyOnce")}</span>
                ) : row.revision === undefined ? (
                    "—"
                ) : (
                    <bdi dir="ltr" data-doubtful={row.isDoubtful || undefined}>
                        {sign(row.revision)}
                    </bdi>
                )}
            </td>
        </>
    );
}

interface TableProps {
    triangle: Triangle;
    series: Series;
    isByDay: boolean;
}

/** In order of publication, or with a column for each day of publication, the newest first. */
function TriangleTable({ triangle, series, isByDay }: TableProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const [isWhole, setWhole] = useState(false);
    const rows = isWhole ? triangle.rows : triangle.rows.slice(0, rowsFirst);
    const days = isByDay ? [...new Set(rows.flatMap(({ figures }) => figures.map(({ day }) => day)))].sort().reverse() : [];
    const columns = isByDay
        ? days.map((day) => ({ key: day, name: format.shortDay(day), of: (row: TriangleRow) => row.figures.find((figure) => figure.day === day) }))
        : Array.from({ length: triangle.depth }, (_, at) => ({
              key: String(at),
              name: at === 0 ? t("statistics.first") : t("statistics.nth", { count: at + 1 }),
              of: (row: TriangleRow) => row.figures[at],
          }));
    return (
        <>
            <Scrolls of={t("statistics.revisions")}>
                <Table className="figure-table triangle">
                    <caption className="unseen">{t("statistics.revisions")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t("statistics.period")}</th>
                            {isByDay && <OutcomeHeads />}
                            {columns.map(({ key, name }) => (
                                <th key={key} scope="col" className="numeric">
                                    {name}
                                </th>
                            ))}
                            {!isByDay && <OutcomeHeads />}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row) => (
                            <tr key={row.period.id}>
                                <th scope="row">
                                    <PeriodHead period={row.period} />
                                </th>
                                {isByDay && <Outcome row={row} />}
                                {columns.map(({ key, name, of }) => (
                                    <VintageCell key={key} figure={of(row)} row={row} series={series} withDay={!isByDay} name={name} />
                                ))}
                                {!isByDay && <Outcome row={row} />}
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
            {triangle.rows.length > rows.length && (
                <Button variant="default" className="more" onClick={() => setWhole(true)}>
                    {t("statistics.showAllPeriods", { count: triangle.rows.length })}
                </Button>
            )}
        </>
    );
}

function Summary({ triangle, unit }: { triangle: Triangle; unit: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const sign = useRevision();
    const { meanRevision, meanAbsolute, counted, once, rows, doubtful } = triangle;
    return (
        <Tiles
            tiles={[
                ...(meanRevision === undefined || meanAbsolute === undefined
                    ? []
                    : [
                          {
                              name: t("statistics.summary.mean"),
                              value: <bdi dir="ltr">{sign(meanRevision)}</bdi>,
                              note: (
                                  <>
                                      {unit}, {t("statistics.summary.meanNote", { count: counted })}
                                  </>
                              ),
                          },
                          { name: t("statistics.summary.absolute"), value: format.decimal(meanAbsolute), note: unit },
                      ]),
                { name: t("statistics.summary.once"), value: format.number(once), note: t("statistics.summary.onceNote", { count: rows.length }) },
                ...(doubtful === 0 ? [] : [{ name: t("statistics.summary.doubtful"), value: format.number(doubtful), note: t("statistics.summary.doubtfulNote") }]),
            ]}
        />
    );
}

/** How the figures of one series changed from publication to publication. */
export function RevisionsPart({ shown }: { shown: Shown }) {
    const { t } = useTranslation();
    const names = useSeriesNames();
    const id = useId();
    const [search, setSearch] = useSearchParams();
    const all = seriesAt(shown.history, shown.day);
    const telling = tellingDimensions(all);
    const series = all.find(({ key }) => key === search.get("revisions")) ?? all[0];
    if (series === undefined) return null;
    const triangle = triangleOf(series, shown.history.periods, shown.day);
    const isByDay = search.get("columns") === "day";
    const set = (name: string, value: string | undefined) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                if (value === undefined) after.delete(name);
                else after.set(name, value);
                return after;
            },
            { replace: true },
        );
    const isOnce = triangle.depth <= 1;
    return (
        <Part id="revisions" title={t("statistics.revisions")} hint={isOnce ? undefined : t("statistics.revisionsHint")}>
            <div className="revision-choices">
                {all.length > 1 && (
                    <label htmlFor={`${id}-of`}>
                        <span>{t("statistics.revisionsOf")}</span>
                        <select id={`${id}-of`} value={series.key} onChange={(event) => set("revisions", event.currentTarget.value)}>
                            {all.map((one) => (
                                <option key={one.key} value={one.key}>
                                    {names.series(one, telling)}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
                {!isOnce && (
                    <div className="choice" role="group" aria-label={t("statistics.arrange")}>
                        <button type="button" aria-pressed={!isByDay} onClick={() => set("columns", undefined)}>
                            {t("statistics.order")}
                        </button>
                        <button type="button" aria-pressed={isByDay} onClick={() => set("columns", "day")}>
                            {t("statistics.byDay")}
                        </button>
                    </div>
                )}
            </div>
            {isOnce ? (
                <p className="empty">{t("statistics.allOnce")}</p>
            ) : (
                <>
                    <Summary triangle={triangle} unit={names.unit(series)} />
                    <TriangleTable key={series.key} triangle={triangle} series={series} isByDay={isByDay} />
                </>
            )}
        </Part>
    );
}
