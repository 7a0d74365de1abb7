import { Table } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import "../language/loadRooms";

import { useQuality } from "../data/queries";
import type { CitedFigure, Finding, FindingKind, QualityView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { AnswerPage } from "../frame/AnswerPage";
import { Fact } from "../frame/Fact";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { Saying, Unit } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { isAddress } from "../story/isAddress";
import { alarmsOf, comparedWith, groupsOf, kindOf, nameOf, tellingName, unitOf, wordsOf } from "./findings";
import "../styles/rooms.css";
import "./statistics.css";

const StatisticsLink = lazy(() => import("./StatisticsLink"));

type Sources = Map<string, QualityView["sources"][number]>;

/** Who published a figure, with the row of the table and the entry of the journal that brought it. */
function Origin({ figure, sources }: { figure: CitedFigure; sources: Sources }) {
    const { t } = useTranslation();
    const source = sources.get(figure.source);
    const name = <Printed>{source?.publisher || figure.source}</Printed>;
    return (
        <>
            {isAddress(source?.address) ? (
                <a href={source.address} rel="noreferrer external">
                    {name}
                </a>
            ) : (
                name
            )}
            <span className="table-note">
                {figure.row !== undefined && (
                    <>
                        {t("chart.row", { row: figure.row })}
                        {" · "}
                    </>
                )}
                <PlaceLink to={`/journal/${figure.entry}`}>{t("statistics.quality.entry", { number: figure.entry })}</PlaceLink>
            </span>
        </>
    );
}

function Compared({ figures, of, sources }: { figures: CitedFigure[]; of: CitedFigure; sources: Sources }) {
    const { t } = useTranslation();
    const format = useFormat();
    const name = tellingName([of, ...figures]);
    return (
        <Scrolls of={t("statistics.quality.compared")}>
            <Table className="vintages">
                <thead>
                    <tr>
                        <th scope="col">{t("statistics.period")}</th>
                        <th scope="col" className="numeric">
                            {t("statistics.source.value")}
                        </th>
                        <th scope="col">{t("statistics.oneSeries")}</th>
                        <th scope="col">{t("chart.source")}</th>
                    </tr>
                </thead>
                <tbody>
                    {figures.map((figure, index) => (
                        <tr key={index}>
                            <td className="nowrap">{format.period(figure.time)}</td>
                            <td className="numeric">
                                <bdi>{format.decimal(figure.value)}</bdi>
                            </td>
                            <td>{figure.series === of.series ? t("statistics.quality.sameSeries") : <Printed>{name(figure) ?? figure.series}</Printed>}</td>
                            <td>
                                <Origin figure={figure} sources={sources} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Folded; the way to the statistics is looked for when somebody opens it. */
function Evidence({ finding, first, sources }: { finding: Finding; first: CitedFigure; sources: Sources }) {
    const { t } = useTranslation();
    const [wasOpened, setOpened] = useState(false);
    const figures = comparedWith(finding);
    return (
        <details className="fold prints" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
            <summary>{figures.length === 0 ? t("statistics.quality.more") : t("statistics.quality.rests", { count: figures.length })}</summary>
            {figures.length > 0 && <Compared figures={figures} of={first} sources={sources} />}
            {wasOpened && (
                <Suspense>
                    <StatisticsLink keys={[first.series]} />
                </Suspense>
            )}
        </details>
    );
}

function Card({ finding, sources }: { finding: Finding; sources: Sources }) {
    const { t } = useTranslation();
    const format = useFormat();
    const first = finding.figures[0];
    if (first === undefined) return null;
    const severity = ({ "error likely": "error", "to look at": "look", note: "note" } as const)[finding.severity];
    const row = (name: string, value: React.ReactNode) => (
        <Fact name={name}>{value}</Fact>
    );
    return (
        <li className="finding" data-severity={severity}>
            <h3>
                <bdi className="finding-value">{format.decimal(first.value)}</bdi> {unitOf(first) !== "" && <Unit unit={unitOf(first)} />}
                <span className="finding-period">{format.period(first.time)}</span>
            </h3>
            <p className="finding-series">
                <Printed>{wordsOf(first).join(", ")}</Printed>
            </p>
            <p className="finding-cause">
                <strong className="chip">{t(`statistics.quality.severities.${severity}`)}</strong> <Saying text={finding.cause} />
            </p>
            <dl className="facts">
                {finding.expected !== undefined && row(t("statistics.quality.expected"), <bdi>{format.decimal(finding.expected)}</bdi>)}
                {finding.in_force !== undefined && row(t("statistics.quality.inForce"), <bdi>{format.decimal(finding.in_force)}</bdi>)}
                {finding.suggestion !== undefined && row(t("statistics.quality.lookUp"), <Saying text={finding.suggestion} />)}
                {row(t("chart.source"), <Origin figure={first} sources={sources} />)}
                {finding.kind !== "several_values" &&
                    row(t("statistics.quality.use"), t(finding.unused ? "statistics.quality.unused" : "statistics.quality.used"))}
            </dl>
            <Evidence finding={finding} first={first} sources={sources} />
        </li>
    );
}

/** One link for each kind there is; the address keeps the choice. */
function Kinds({ view, chosen }: { view: QualityView; chosen: FindingKind | undefined }) {
    const { t } = useTranslation();
    const format = useFormat();
    const link = (kind: FindingKind | undefined, count: number) => (
        <li key={kind ?? "all"}>
            <PlaceLink
                to={`/statistics/quality${kind === undefined ? "" : `?kind=${kind}`}`}
                className="kind"
                aria-current={kind === chosen ? "true" : undefined}
            >
                {kind === undefined ? t("statistics.quality.all") : t(`statistics.quality.kinds.${kind}`)} <span className="kind-count">{format.number(count)}</span>
            </PlaceLink>
        </li>
    );
    return (
        <nav aria-label={t("statistics.quality.filter")}>
            <ul className="kinds">
                {link(undefined, alarmsOf(view.kinds))}
                {view.kinds.map(({ kind, findings }) => link(kind, findings))}
            </ul>
        </nav>
    );
}

/** Everything that may be wrong with the published figures, or one kind of it. */
export default function QualityPage() {
    const { t } = useTranslation();
    const format = useFormat();
    const [search] = useSearchParams();
    const asked = search.get("kind") ?? undefined;
    const answer = useQuality(asked);
    return (
        <AnswerPage
            title={t("statistics.quality.title")}
            answer={answer}
            lead={({ figures, kinds }) => t("statistics.quality.lead", { count: alarmsOf(kinds), figures: format.number(figures) })}
        >
            {(view) => {
                const chosen = kindOf(asked ?? null, view.kinds);
                const sources = new Map(view.sources.map((source) => [source.source, source]));
                const groups = groupsOf(view);
                return (
                    <>
                        <div>
                            <p className="hint">{t("statistics.quality.hint")}</p>
                            <Kinds view={view} chosen={chosen} />
                        </div>
                        {groups.length === 0 && <p className="empty">{t("statistics.quality.none")}</p>}
                        {groups.map(({ kind, findings }) => (
                            <Part key={kind} id={kind} title={t(`statistics.quality.kinds.${kind}`)} hint={t(`statistics.quality.means.${kind}`)}>
                                <ul className="findings">
                                    {findings.map((finding) => (
                                        <Card key={nameOf(finding)} finding={finding} sources={sources} />
                                    ))}
                                </ul>
                            </Part>
                        ))}
                        <p className="more">
                            <PlaceLink to="/statistics">{t("statistics.back")}</PlaceLink>
                        </p>
                    </>
                );
            }}
        </AnswerPage>
    );
}
