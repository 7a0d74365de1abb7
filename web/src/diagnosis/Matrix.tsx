import { useTranslation } from "react-i18next";

import type { DiagnosisView } from "../data/types";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { matrix } from "./arrange";

/** Where the constraints stand: the urgent on top, the easy at the start of each line. */
export function Matrix({ view }: { view: DiagnosisView }) {
    const { t } = useTranslation();
    const { eases, rows } = matrix(view.constraints);
    if (rows.length === 0) return null;
    return (
        <Part id="matrix" title={t("diagnosis.matrix")} hint={t("diagnosis.matrixHint")}>
            <Scrolls of={t("diagnosis.matrix")}>
                <table className="matrix">
                    <caption className="unseen">{t("diagnosis.matrix")}</caption>
                    <thead>
                        <tr>
                            <td />
                            {eases.map((ease) => (
                                <th key={ease} scope="col">
                                    {t("diagnosis.ease", { value: ease })}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map(({ urgency, cells }) => (
                            <tr key={urgency}>
                                <th scope="row">{t("diagnosis.urgency", { value: urgency })}</th>
                                {cells.map(({ ease, chains }) => (
                                    <td key={ease} data-full={chains.length > 0 || undefined} data-urgency={urgency}>
                                        {chains.map((chain) => (
                                            <a key={chain.code} href={`#c-${chain.code}`}>
                                                <Printed>{chain.title}</Printed>
                                            </a>
                                        ))}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scrolls>
        </Part>
    );
}
