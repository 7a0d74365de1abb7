import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Answer, Explanation } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { NodeText } from "../language/Saying";
import { Nodes } from "./ExplanationTree";

/** A published figure names its source itself, a derived one those of the figures it is made of. */
function FigureSource({ answer }: { answer: Answer }) {
    const { t } = useTranslation();
    const format = useFormat();
    const derivation: Explanation | undefined = answer.derivation;
    if (derivation === undefined) return null;
    if ((derivation.parts ?? []).length === 0)
        return <NodeText text={derivation.source} role="source" />;
    return (
        <details className="prints">
            <summary>{t("chart.derivation", { period: format.period(answer.period) })}</summary>
            <Nodes nodes={[derivation]} open />
        </details>
    );
}

export function FiguresTable({ answers, unit }: { answers: Answer[]; unit: string }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const nature = (answer: Answer) => {
        const words = [
            answer.complete ? t("outcome.complete") : t("outcome.part", answer.coverage),
        ];
        if ((answer.derivation?.parts ?? []).length > 0) words.push(t("outcome.derived"));
        if (answer.estimated) words.push(t("chart.estimated"));
        return words.join(", ");
    };
    return (
        <Scrolls of={t("chart.table")}>
            <Table>
                <thead>
                    <tr>
                        <th scope="col">{t("chart.period")}</th>
                        <th scope="col" className="numeric">
                            {t("chart.value", { unit: unitName(i18n.language, unit) })}
                        </th>
                        <th scope="col">{t("chart.state")}</th>
                        <th scope="col">{t("chart.vintage")}</th>
                        <th scope="col">{t("chart.source")}</th>
                    </tr>
                </thead>
                <tbody>
                    {[...answers].reverse().map((answer) => (
                        <tr key={answer.period}>
                            <th scope="row" className="nowrap">{format.period(answer.period)}</th>
                            <td className="numeric">
                                {answer.value === null ? "–" : format.number(answer.value, 3)}
                            </td>
                            <td>{nature(answer)}</td>
                            <td className="nowrap">
                                {answer.vintage == null ? "–" : format.shortDay(answer.vintage)}
                            </td>
                            <td>
                                <FigureSource answer={answer} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}
