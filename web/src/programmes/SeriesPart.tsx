import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ProgrammeCount, ProgrammeSeries, ProgrammeView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { phrase } from "../language/words";
import { sectionsOf, type Section } from "./arrange";
import { Qualified } from "./Qualified";
import { Documents, Source } from "./Source";

function Count({ count, series }: { count: ProgrammeCount; series: ProgrammeSeries }) {
    const format = useFormat();
    return (
        <span className="series-count">
            <Qualified of={count} unit={series.unit} isMoney={series.of === "money"} />
            <span className="table-note">{format.period(count.period)}</span>
            <Source count={count} isShort />
        </span>
    );
}

function Sum({ series }: { series: ProgrammeSeries }) {
    const { t } = useTranslation();
    if (series.sum_reason !== "")
        return (
            <span className="hint">
                {t("programmes.noSum")} <Coded text={series.sum_reason} isPart />
            </span>
        );
    if (series.sum.value === null) return <>–</>;
    return <Qualified of={series.sum} unit={series.unit} isMoney={series.of === "money"} />;
}

function Name({ series }: { series: ProgrammeSeries }) {
    const { t } = useTranslation();
    return (
        <>
            {series.of === "money" ? (
                t(`programmes.${series.code}`, phrase(series.title))
            ) : (
                <Printed>{series.title}</Printed>
            )}
            {series.cohort !== "" && (
                <span className="table-note">
                    {t("programmes.ofCohort")} <bdi className="code">{series.cohort}</bdi>
                </span>
            )}
        </>
    );
}

function SectionTable({ section, series }: { section: Section; series: ProgrammeSeries[] }) {
    const { t } = useTranslation();
    const isStock = section === "stock";
    return (
        <Scrolls of={t(`programmes.section.${section}`)}>
            <Table className="stacks series-table">
                <thead>
                    <tr>
                        <th scope="col">{t("programmes.what")}</th>
                        <th scope="col">{t(isStock ? "programmes.newest" : "programmes.sinceInception")}</th>
                        {!isStock && <th scope="col">{t("programmes.stretches")}</th>}
                        {!isStock && <th scope="col">{t("programmes.sum")}</th>}
                    </tr>
                </thead>
                <tbody>
                    {series.map((one) => (
                        <tr key={one.of + one.code + one.cohort}>
                            <th scope="row">
                                <Name series={one} />
                            </th>
                            <td data-name={t(isStock ? "programmes.newest" : "programmes.sinceInception")}>
                                {one.latest === null ? "–" : <Count count={one.latest} series={one} />}
                            </td>
                            {!isStock && (
                                <td data-name={t("programmes.stretches")}>
                                    {one.stretches.length === 0 ? (
                                        "–"
                                    ) : (
                                        <ul className="stretches">
                                            {one.stretches.map(
                                                (count) =>
                                                    count !== null && (
                                                        <li key={count.period + count.source}>
                                                            <Count count={count} series={one} />
                                                        </li>
                                                    ),
                                            )}
                                        </ul>
                                    )}
                                </td>
                            )}
                            {!isStock && (
                                <td data-name={t("programmes.sum")}>
                                    <Sum series={one} />
                                </td>
                            )}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** What was counted: on a day apart from over time, and money apart from both. */
export function SeriesPart({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const sections = sectionsOf(view);
    if (sections.length === 0) return null;
    return (
        <Part id="series" title={t("programmes.series")}>
            {sections.map(({ section, series }) => (
                <section key={section} className="series-section">
                    <h3>{t(`programmes.section.${section}`)}</h3>
                    <p className="hint">{t(`programmes.sectionHint.${section}`)}</p>
                    <SectionTable section={section} series={series} />
                </section>
            ))}
            <Documents counts={view.series.flatMap(({ latest, stretches }) => [latest, ...stretches]).filter((one) => one !== null)} />
        </Part>
    );
}
