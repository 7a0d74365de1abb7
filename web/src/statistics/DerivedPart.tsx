import { useTranslation } from "react-i18next";

import { useDerivedFigure, useDerivedFigures } from "../data/queries";
import type { Derivation, DerivedAnswer, DerivedFigures, FigureMessage, FigureView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { unitName } from "../language/i18n";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { FigureMessages, SourceName } from "./FigureMessages";
import { timeText } from "./messageParts";

type Declared = DerivedFigures["figures"][number];

/** A share is named by its market too: "United States, 2022-07/2023-03". */
function OperandTime({ time }: { time: string }) {
    const format = useFormat();
    const comma = time.lastIndexOf(", ");
    if (comma < 0) return <>{timeText(time, format)}</>;
    return (
        <>
            <Printed>{time.slice(0, comma)}</Printed> · {timeText(time.slice(comma + 2), format)}
        </>
    );
}

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
                            <OperandTime time={one.time} />
                            {one.operation !== "published" && <> · {t(`statistics.derived.operations.${one.operation}`)}</>}
                        </span>
                        <span>
                            <bdi>{format.decimal(one.value)}</bdi> {one.unit !== "" && <Unit unit={one.unit} />}
                        </span>
                    </span>
                    {one.operation === "published" && (
                        <span className="table-note">
                            <SourceName name={one.publisher || one.source || ""} address={one.address} />
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
                {timeText(answer.time, format)}
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

function Concentration({ of }: { of: NonNullable<FigureView["concentration"]> }) {
    const { t } = useTranslation();
    const format = useFormat();
    const between = ({ lower, upper }: { lower: number; upper: number }, places: number) => {
        const [low, high] = [lower.toFixed(places), upper.toFixed(places)].map((one) => format.decimal(one ?? ""));
        return low === high ? low : t("statistics.derived.between", { lower: low, upper: high });
    };
    return (
        <>
            <p className="derived-value">
                <strong>{of.hhi === null ? t("statistics.derived.cannotTell") : <bdi>{between(of.hhi, 3)}</bdi>}</strong>{" "}
                <span className="hint">
                    {t("statistics.derived.hhi")}
                    {of.time !== "" && <> · {timeText(of.time, format)}</>}
                </span>
            </p>
            <dl className="facts">
                {of.effective_number !== null && (
                    <div className="facts-row">
                        <dt>{t("statistics.derived.effective")}</dt>
                        <dd>
                            <bdi>{between(of.effective_number, 2)}</bdi>
                        </dd>
                    </div>
                )}
                {of.largest_share !== null && (
                    <div className="facts-row">
                        <dt>
                            <Printed>{of.largest}</Printed>
                        </dt>
                        <dd>{t("statistics.derived.largest", { share: format.decimal(of.largest_share.toFixed(2)) })}</dd>
                    </div>
                )}
            </dl>
        </>
    );
}

function Balance({ of }: { of: NonNullable<FigureView["balance"]> }) {
    const { t } = useTranslation();
    const format = useFormat();
    const shown = [
        ["total", of.total.value],
        ["sum", of.sum.value],
        ["difference", of.difference],
    ] as const;
    return (
        <>
            <p className="derived-value">
                <strong>{of.difference === null ? t("statistics.derived.cannotTell") : <bdi>{format.decimal(of.difference)}</bdi>}</strong>{" "}
                <span className="hint">
                    <Unit unit={of.total.unit} /> · {t("statistics.derived.difference")} · {timeText(of.total.time, format)}
                </span>
            </p>
            {of.difference !== null && (
                <>
                    <p className="hint">{t(`statistics.derived.verdict.${of.verdict}`)}</p>
                    <dl className="facts">
                        {shown.map(([name, value]) => (
                            <div key={name} className="facts-row">
                                <dt>{t(`statistics.derived.${name}`)}</dt>
                                <dd>
                                    <bdi>{format.decimal(value ?? "")}</bdi>
                                </dd>
                            </div>
                        ))}
                    </dl>
                </>
            )}
        </>
    );
}

/** What is said of the figure, and whether it is a reason why there is none. */
function said(view: FigureView): { messages: FigureMessage[]; isNone: boolean } {
    const { answer, contributions, revisions, concentration, balance } = view;
    if (answer !== undefined) return { messages: answer.messages, isNone: answer.value === null };
    if (contributions !== undefined)
        return { messages: [...contributions.growth.messages, ...contributions.messages], isNone: contributions.growth.value === null };
    if (concentration !== undefined) return { messages: concentration.messages, isNone: concentration.hhi === null };
    if (balance !== undefined) return { messages: balance.messages, isNone: balance.difference === null };
    return { messages: revisions?.messages ?? [], isNone: revisions?.mean === null };
}

function operandsOf({ answer, contributions, concentration, balance }: FigureView): Derivation[] {
    if (concentration !== undefined) return [...concentration.shares, ...concentration.groups];
    if (balance !== undefined)
        return [balance.total.derivation, ...(balance.sum.derivation?.operands ?? [])].filter((one) => one !== null);
    const derivation = (answer ?? contributions?.growth)?.derivation;
    return derivation?.operation === "published" ? [derivation] : (derivation?.operands ?? []);
}

/** What rounding may hide, to two digits. */
function Rounding({ amount, unit }: { amount: number; unit: string }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    if (amount < 1e-6) return null;
    const shown = format.decimal(String(Number(amount.toPrecision(2))));
    return <p className="hint">{t("statistics.derived.rounding", { amount: `${shown} ${unitName(i18n.language, unit)}`.trim() })}</p>;
}

function Computed({ view }: { view: FigureView }) {
    const { t } = useTranslation();
    const { messages, isNone } = said(view);
    const operands = operandsOf(view);
    return (
        <>
            {view.answer !== undefined && <Value answer={view.answer} />}
            {view.contributions !== undefined && <Contributions of={view.contributions} />}
            {view.revisions !== undefined && <Revised of={view.revisions} />}
            {view.concentration !== undefined && <Concentration of={view.concentration} />}
            {view.balance !== undefined && <Balance of={view.balance} />}
            {messages.length > 0 && (
                <p className="hint">
                    {isNone && <>{t("statistics.derived.because")} </>}
                    <FigureMessages of={messages} />
                </p>
            )}
            {view.answer !== undefined && view.answer.value !== null && <Rounding amount={view.answer.uncertainty} unit={view.answer.unit} />}
            {view.concentration !== undefined && view.concentration.hhi !== null && <Rounding amount={view.concentration.uncertainty} unit="" />}
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
