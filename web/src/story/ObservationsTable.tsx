import { Button, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { IndicatorView, Observation } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { Printed } from "../language/Printed";
import { Saying } from "../language/Saying";
import { isAddress } from "./isAddress";
import { seriesNames } from "./seriesNames";

const first = 60;

function Source({ observation }: { observation: Observation }) {
    const { t } = useTranslation();
    const name = observation.publisher || observation.source;
    return (
        <>
            {isAddress(observation.address) ? (
                <a href={observation.address} rel="noreferrer external">
                    <Printed>{name}</Printed>
                </a>
            ) : (
                <Printed>{name}</Printed>
            )}
            {observation.row !== "" && (
                <>
                    , <bdi>{t("chart.row", { row: observation.row })}</bdi>
                </>
            )}
        </>
    );
}

/** Everything that had been published by the day, newest publication first. */
export function ObservationsTable({ view }: { view: IndicatorView }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const [shown, setShown] = useState(first);
    const isMany = view.series.length > 1;
    const rows = useMemo(() => {
        const nameOf = seriesNames(view.series.map(({ key }) => key));
        return view.series
            .flatMap(({ key, observations }) =>
                observations.map((observation) => ({ key: nameOf(key), observation })),
            )
            .sort((a, b) => b.observation.known_on.localeCompare(a.observation.known_on));
    }, [view]);
    return (
        <details className="figures-table">
            <summary>
                {t("chart.published")} ({format.number(rows.length)})
            </summary>
            <Scrolls of={t("chart.published")}>
                <Table>
                    <thead>
                        <tr>
                            {isMany && <th scope="col">{t("chart.series")}</th>}
                            <th scope="col">{t("chart.time")}</th>
                            <th scope="col" className="numeric">
                                {t("chart.value", { unit: unitName(i18n.language, view.unit) })}
                            </th>
                            <th scope="col">{t("chart.vintage")}</th>
                            <th scope="col">{t("chart.source")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows.slice(0, shown).map(({ key, observation }, index) => (
                            <tr key={index}>
                                {isMany && (
                                    <td>
                                        <Printed>{key}</Printed>
                                    </td>
                                )}
                                <td className="nowrap">{format.period(observation.time)}</td>
                                <td className="numeric">{format.number(observation.value, 3)}</td>
                                <td className="nowrap">
                                    {format.shortDay(observation.known_on)}
                                    {observation.estimated && ` (${t("chart.estimated")})`}
                                </td>
                                <td>
                                    <Source observation={observation} />
                                    {observation.suspect !== "" && (
                                        <p className="suspect">
                                            {t("chart.suspect", { why: "" })}
                                            <Saying text={observation.suspect} isPhrase />
                                        </p>
                                    )}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
            {rows.length > shown && (
                <Button variant="default" onClick={() => setShown(rows.length)}>
                    {t("chart.showAll", { count: rows.length })}
                </Button>
            )}
        </details>
    );
}
