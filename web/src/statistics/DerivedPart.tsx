import { useTranslation } from "react-i18next";

import { useDerivedFigure, useDerivedFigures } from "../data/queries";
import type { Derivation, DerivedAnswer, DerivedFigures, FigureView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Printed } from "../language/Printed";
import { Saying, Unit } from "../language/Saying";
import { isAddress } from "../story/isAddress";

type Declared = DerivedFigures["figures"][number];

/** What a figure was computed from: each operand with its source, operands of operands below it. */
function Operands({ of }: { of: Derivation[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <ul className="operands">
            {of.map((one, index) => (
                <li key={index}>
                    <span className="operand">
                        <span>
                            {format.period(one.time)}
                            {one.operation !== "published" && <> · {t(`statistics.derived.operations.${one.operation}`)}</>}
                        </span>
                        <span>
                            <bdi>{format.decimal(one.value)}</bdi> {one.unit !== "" && <Unit unit={one.unit} />}
                        </span>
                    </span>
                    {one.operation === "published" && (
                        <span className="table-note">
                            {isAddress(one.address) ? (
                                <a href={one.address} rel="noreferrer external">
                                    <Printed>{one.publisher || one.source || ""}</Printed>
                                </a>
                            ) : (
                                <Printed>{one.publisher || one.source || ""}</Printed>
                            )}
                            {one.vintage !== undefined && <> · {format.shortDay(one.vintage)}</>}
                        </span>
                    )}
                    {one.operands !== undefined && one.operands.length > 0 && <Operands of={one.operands} />}
                </li>
            ))}
        </ul>
    );
}

function Value({ answer }: { answer: DerivedAnswer }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <p className="derived-value">
            <strong>
                {answer.value === null ? (
                    t("statistics.derived.cannotTell")
                ) : (
                    <>
                        <bdi>{format.decimal(answer.value)}</bdi> <Unit unit={answer.unit} />
                    </>
                )}
            </strong>{" "}
            <span className="hint">
                {format.period(answer.time)}
                {answer.provisional && <> · {t("statistics.derived.provisional")}</>}
                {answer.estimated && <> · {t("statistics.derived.estimated")}</>}
            </span>
        </p>
    );
}

function Contributions({ of }: { of: NonNullable<FigureView["contributions"]> }) {
    const { t } = useTranslation();
    const format = useFormat();
    const word = (series: string) => /category=([^;]*)/.exec(series)?.[1] ?? series;
    return (
        <>
            <Value answer={of.growth} />
            {of.growth.value !== null && (
                <dl className="facts">
                    {of.parts.map(({ series, contribution }) => (
                        <div key={series} className="facts-row">
                            <dt>
                                <Printed>{word(series)}</Printed>
                            </dt>
                            <dd>{contribution.value === null ? "—" : <bdi>{format.decimal(contribution.value)}</bdi>}</dd>
                        </div>
                    ))}
                    {of.rest !== null && (
                        <div className="facts-row">
                            <dt>{t("statistics.derived.rest")}</dt>
                            <dd>
                                <bdi>{format.decimal(of.rest)}</bdi>
                            </dd>
                        </div>
                    )}
                </dl>
            )}
        </>
    );
}

function Revised({ of }: { of: NonNullable<FigureView["revisions"]> }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <>
            <p className="derived-value">
                <strong>{of.mean_absolute === null ? t("statistics.derived.cannotTell") : format.number(of.mean_absolute)}</strong>{" "}
                <span className="hint">{t("statistics.derived.meanAbsolute")}</span>
            </p>
            <p className="hint">
                {t("statistics.derived.revised", { count: of.revised, periods: format.number(of.periods.length), upward: format.number(of.upward), downward: format.number(of.downward) })}
            </p>
        </>
    );
}

function Computed({ view }: { view: FigureView }) {
    const { t } = useTranslation();
    const note = view.answer?.reason ?? view.contributions?.note ?? view.contributions?.growth.reason;
    const operands = (view.answer ?? view.contributions?.growth)?.derivation?.operands ?? [];
    return (
        <>
            {view.answer !== undefined && <Value answer={view.answer} />}
            {view.contributions !== undefined && <Contributions of={view.contributions} />}
            {view.revisions !== undefined && <Revised of={view.revisions} />}
            {note !== null && note !== undefined && note !== "" && (
                <p className="hint">
                    <Saying text={note} />
                </p>
            )}
            {operands.length > 0 && (
                <details className="fold prints">
                    <summary>{t("statistics.derived.from", { count: operands.length })}</summary>
                    <Operands of={operands} />
                </details>
            )}
        </>
    );
}

function Card({ declared }: { declared: Declared }) {
    const { t, i18n } = useTranslation();
    const answer = useDerivedFigure(declared.id);
    const isUrdu = i18n.language === "ur" && declared.name_ur !== undefined;
    return (
        <li className="derived-card" id={`derived-${declared.id}`}>
            <h3>{isUrdu ? declared.name_ur : <Printed>{declared.name}</Printed>}</h3>
            {answer.isError ? <p className="hint">{t("statistics.derived.failed")}</p> : answer.data === undefined ? <p>…</p> : <Computed view={answer.data} />}
        </li>
    );
}

/** The figures that the strategy declares and nobody types in, with what they were computed from. */
export function DerivedPart() {
    const { t } = useTranslation();
    const declared = useDerivedFigures().data?.figures ?? [];
    if (declared.length === 0) return null;
    return (
        <Part id="derived" title={t("statistics.derived.title")} hint={t("statistics.derived.hint")}>
            <ul className="flow-cards">
                {declared.map((one) => (
                    <Card key={one.id} declared={one} />
                ))}
            </ul>
        </Part>
    );
}
