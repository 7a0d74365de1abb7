import { Button, Table } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { Fact } from "../frame/Fact";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { figureAt, minus, statusOf } from "./arrange";
import type { Figure, Series, Value } from "./history";
import { Name, useNameOf } from "./Name";
import { wholePeriodName } from "./periods";
import { useRevision } from "./RevisionsPart";
import { useFigure, useSeriesNames, type Shown } from "./shown";

const told = ["OBS_STATUS", "PUBLISHED", "DATE_BASIS"];

/** A code by its name; a text of a source as it stands. */
function AttributeValue({ value }: { value: Value }) {
    return Object.keys(value.names).length > 0 ? <Name of={value.names} code={value.id} /> : <Printed>{value.id}</Printed>;
}

function Published({ figure }: { figure: Figure }) {
    const { t } = useTranslation();
    const format = useFormat();
    const basis = figure.attributes.get("DATE_BASIS");
    const words = basis?.id === "S" ? t("statistics.source.stated") : basis?.id === "E" ? t("statistics.source.estimated") : undefined;
    return (
        <>
            {format.day(figure.day)}
            {words !== undefined ? ` (${words})` : basis !== undefined && <> (<AttributeValue value={basis} />)</>}
        </>
    );
}

function Vintages({ figures, shown }: { figures: Figure[]; shown: Figure }) {
    const { t } = useTranslation();
    const format = useFormat();
    const sign = useRevision();
    if (figures.length === 1) return <p className="hint">{t("statistics.source.once")}</p>;
    const changeOf = (figure: Figure, before: Figure | undefined) => {
        if (before === undefined) return t("statistics.source.first");
        const change = figure.value === undefined || before.value === undefined ? undefined : minus(figure.value, before.value);
        if (change === undefined) return "—";
        return <bdi dir="ltr">{sign(change)}</bdi>;
    };
    return (
        <Scrolls of={t("statistics.source.vintages")}>
            <Table className="vintages">
                <thead>
                    <tr>
                        <th scope="col">{t("statistics.source.day")}</th>
                        <th scope="col" className="numeric">
                            {t("statistics.source.value")}
                        </th>
                        <th scope="col" className="numeric">
                            {t("statistics.source.change")}
                        </th>
                        <th scope="col">{t("chart.source")}</th>
                    </tr>
                </thead>
                <tbody>
                    {figures.map((figure, index) => {
                        const source = figure.attributes.get("SOURCE");
                        const row = figure.attributes.get("ROW");
                        const status = statusOf(figure);
                        return (
                            <tr key={index} aria-current={figure === shown || undefined}>
                                <td className="nowrap">{format.shortDay(figure.day)}</td>
                                <td className="numeric">
                                    <bdi>{figure.value === undefined ? "—" : format.decimal(figure.value)}</bdi>
                                    {status !== "" && status !== "A" && <span className="status-letter">{status}</span>}
                                </td>
                                <td className="numeric">{changeOf(figure, figures[index - 1])}</td>
                                <td>
                                    {source !== undefined && <AttributeValue value={source} />}
                                    {row !== undefined && (
                                        <>
                                            {" "}
                                            <bdi className="code">{row.id}</bdi>
                                        </>
                                    )}
                                </td>
                            </tr>
                        );
                    })}
                </tbody>
            </Table>
        </Scrolls>
    );
}

interface ContentProps {
    shown: Shown;
    series: Series;
    period: string;
}

function Content({ shown, series, period }: ContentProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useSeriesNames();
    const nameOf = useNameOf();
    const { history, day } = shown;
    const figures = series.figures.get(period) ?? [];
    const known = figureAt(series, period, day);
    const figure = known ?? figures.at(-1);
    if (figure === undefined) return <p>{t("statistics.source.notFound")}</p>;
    const status = figure.attributes.get("OBS_STATUS");
    const others = history.attributes.filter(({ id }) => !told.includes(id) && figure.attributes.has(id));
    return (
        <>
            <p className="dialog-value">
                <span className="hint">{wholePeriodName(history.periods.get(period) ?? { id: period, start: "", end: "" }, format)}</span>
                <strong>
                    <bdi>{figure.value === undefined ? t("statistics.missingPublished") : format.decimal(figure.value)}</bdi>
                </strong>{" "}
                <span className="unit">{names.unit(series)}</span>
            </p>
            {known === undefined && <p className="hint">{t("statistics.source.later")}</p>}
            <dl className="facts">
                <Fact name={t("statistics.source.published")}>
                    <Published figure={figure} />
                </Fact>
                {status !== undefined && (
                    <Fact name={t("statistics.source.status")}>
                        <span className="status-letter">{status.id}</span> <AttributeValue value={status} />
                    </Fact>
                )}
                {others.map((component) => {
                    const value = figure.attributes.get(component.id);
                    return (
                        value !== undefined && (
                            <Fact key={component.id} name={nameOf(component)}>
                                <AttributeValue value={value} />
                            </Fact>
                        )
                    );
                })}
                <Fact name={t("statistics.source.series")}>
                    {[...series.codes.values()].map((code) => names.value(code)).join(names.comma)}
                    <bdi className="code series-key" dir="ltr">
                        {series.key}
                    </bdi>
                </Fact>
            </dl>
            <h3>{t("statistics.source.vintages")}</h3>
            <Vintages figures={figures} shown={figure} />
        </>
    );
}

/** Who published a figure, when, in which row of the loaded table, and what was published before and after. */
export function FigureDialog({ shown }: { shown: Shown }) {
    const { t } = useTranslation();
    const { figure, close } = useFigure();
    const dialog = useRef<HTMLDialogElement>(null);
    const isOpen = figure !== undefined;
    useEffect(() => {
        const element = dialog.current;
        if (element === null) return;
        if (isOpen && !element.open) element.showModal();
        if (!isOpen && element.open) element.close();
    }, [isOpen]);
    const series = shown.history.series.find(({ key }) => key === figure?.key);
    return (
        <dialog
            ref={dialog}
            className="figure-dialog"
            aria-labelledby="figure-title"
            onClose={close}
            onClick={(event) => {
                if (event.target === dialog.current) close();
            }}
        >
            {figure !== undefined && (
                <div className="dialog-body">
                    <div className="section-head">
                        <h2 id="figure-title">{t("statistics.source.title")}</h2>
                        <Button variant="default" onClick={close}>
                            {t("statistics.source.close")}
                        </Button>
                    </div>
                    {series === undefined ? <p>{t("statistics.source.notFound")}</p> : <Content shown={shown} series={series} period={figure.period} />}
                </div>
            )}
        </dialog>
    );
}
