import { useTranslation } from "react-i18next";

import type { CouncilView } from "../data/types";
import { Part } from "../frame/Part";
import { Printed } from "../language/Printed";
import { Institution } from "../plan/Institution";

export function Rules({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const { council } = view;
    const rules = [
        ["chair", council.chair],
        ["quorum", council.quorum],
        ["term", council.term],
        ["secretariat", council.secretariat],
    ] as const;
    return (
        <Part id="rules" title={t("council.rules")}>
            <dl className="facts">
                {rules.map(([name, value]) => (
                    <div key={name} className="facts-row">
                        <dt>{t(`plan.${name}`)}</dt>
                        <dd>
                            {value === null || value === "" || value === "open" ? (
                                <span className="open-mark">{t("open")}</span>
                            ) : name === "secretariat" ? (
                                <Institution code={value} />
                            ) : (
                                <Printed>{value}</Printed>
                            )}
                        </dd>
                    </div>
                ))}
            </dl>
            <h3>{t("plan.functions")}</h3>
            <ul className="plain-list" lang="en" dir="ltr">
                {council.functions.map((text) => (
                    <li key={text}>{text}</li>
                ))}
            </ul>
        </Part>
    );
}
