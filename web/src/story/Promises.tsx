import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { pathSteps } from "../format/pathSteps";
import { useFormat } from "../format/useFormat";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { labelOf, phrase } from "../language/words";
import { weakening } from "./weakening";

interface ValueProps {
    field: string;
    text: string;
}

/** A field of the plan as it was or is; words of the plan stay English. */
function FieldValue({ field, text }: ValueProps): ReactNode {
    const { t } = useTranslation();
    const format = useFormat();
    if (text === "open") return <span className="open-mark">{t("open")}</span>;
    if (text === "" || text === "none") return t("none");
    switch (field) {
        case "due":
        case "period":
            return format.period(text);
        case "value":
        case "baseline":
            return format.decimal(text);
        case "unit":
            return <Unit unit={text} />;
        case "measure":
            return t(`measure.${text}`, labelOf(text));
        case "direction":
        case "rollup":
        case "frequency":
            return t(`word.${text}`, labelOf(text));
        case "path": {
            const steps = pathSteps(text);
            if (steps === undefined) break;
            return steps.map(({ at, value }) => `${format.period(at)}: ${format.number(value)}`).join(" · ");
        }
    }
    return <Printed>{text}</Printed>;
}

/** A changed promise: what was printed always stands beside what holds now. */
export function Promises({ promises }: { promises: Story["promises"] }) {
    const { t } = useTranslation();
    if (promises.length === 0) return null;
    return (
        <section aria-labelledby="promise-heading">
            <h2 id="promise-heading">{t("story.promise")}</h2>
            <Scrolls of={t("story.promise")}>
                <Table className="stacks promises">
                    <thead>
                        <tr>
                            <th scope="col">{t("story.promisedField")}</th>
                            <th scope="col">{t("story.promised")}</th>
                            <th scope="col">{t("story.now")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {promises.map((promise) => {
                            const { field, promised, now } = promise;
                            const how = weakening(promise);
                            return (
                                <tr key={field}>
                                    <th scope="row">{phrase(t(`field.${field}`, labelOf(field)))}</th>
                                    <td data-name={t("story.promised")}>
                                        <span>
                                            <FieldValue field={field} text={promised} />
                                        </span>
                                    </td>
                                    <td data-name={t("story.now")}>
                                        <span>
                                            <FieldValue field={field} text={now} />{" "}
                                            {how !== undefined && (
                                                <span className="lowered" data-how={how}>
                                                    {t(`story.weaker.${how}`)}
                                                </span>
                                            )}
                                        </span>
                                    </td>
                                </tr>
                            );
                        })}
                    </tbody>
                </Table>
            </Scrolls>
        </section>
    );
}
