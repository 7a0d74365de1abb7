import { useTranslation } from "react-i18next";

import type { Chain, ChainLink, DiagnosisView } from "../data/types";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Coded, Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { StatusMark } from "../status/StatusMark";
import { sharedResults } from "./arrange";

type Judged = ChainLink["targets"][number];

function JudgedList({ list, label }: { list: Judged[]; label: string }) {
    return (
        <ul className="judged" aria-label={label}>
            {list.map((one) => (
                <li key={one.id}>
                    <StatusMark status={one.status as never} />
                    <PlaceLink to={`/targets/${one.id}`}>
                        <Printed>{one.statement}</Printed>
                    </PlaceLink>
                </li>
            ))}
        </ul>
    );
}

function Link({ link }: { link: ChainLink }) {
    const { t } = useTranslation();
    return (
        <li className="chain-link">
            <div className="chain-activity">
                <p className="chain-title">
                    <PlaceLink to={`/working-plan#a-${link.code}`}>
                        <bdi className="code">{link.code}</bdi> <Printed>{link.title}</Printed>
                    </PlaceLink>
                </p>
                <p className="table-note">
                    {link.lead === null ? (
                        <span className="open-mark">{t("target.leadOpen")}</span>
                    ) : (
                        <>
                            {t("target.lead")}: <Printed>{link.lead}</Printed>
                        </>
                    )}
                </p>
                <span className="footing" data-footing={link.footing}>
                    {t(`diagnosis.footing.${link.footing}`)}
                </span>
                <p className="why">
                    <Coded text={link.known} />
                </p>
            </div>
            <div className="chain-targets">
                <h4>{t("diagnosis.targets")}</h4>
                {link.targets.length === 0 ? (
                    <span className="open-mark">{t("diagnosis.noTargets")}</span>
                ) : (
                    <JudgedList list={link.targets} label={t("diagnosis.targetsOf", { code: link.code })} />
                )}
            </div>
            <div className="chain-results">
                <h4>{t("diagnosis.results")}</h4>
                {link.of_objective ? (
                    <JudgedList list={link.outcomes} label={t("diagnosis.resultsOf", { code: link.code })} />
                ) : (
                    <p className="hint">{t("diagnosis.noOwnResult")}</p>
                )}
            </div>
        </li>
    );
}

function ChainCard({ chain }: { chain: Chain }) {
    const { t } = useTranslation();
    const shared = sharedResults(chain);
    return (
        <article className="chain" id={`c-${chain.code}`}>
            <header>
                <h3>
                    <Printed>{chain.title}</Printed>
                </h3>
                <p className="chain-facts">
                    <span className="chip">{t(`word.${chain.level}`, chain.level)}</span>
                    <span className="chip">{t("diagnosis.urgency", { value: chain.urgency })}</span>
                    <span className="chip">{t("diagnosis.ease", { value: chain.ease })}</span>
                    {chain.open_issues > 0 && (
                        <PlaceLink to="/council#issues">
                            {t("diagnosis.openIssues", { count: chain.open_issues })}
                        </PlaceLink>
                    )}
                    {chain.cited.map((code) => (
                        <span key={code} className="open-mark">
                            {t("plan.missing", { code })}
                        </span>
                    ))}
                </p>
                <Fold words={t("diagnosis.causes", { count: chain.causes.length })}>
                    <ul className="plain-list" lang="en" dir="ltr">
                        {chain.causes.map((cause) => (
                            <li key={cause}>{cause}</li>
                        ))}
                    </ul>
                </Fold>
            </header>
            {chain.activities.length === 0 ? (
                <p className="empty">{t("diagnosis.noActivity")}</p>
            ) : (
                <ul className="chain-links">
                    {chain.activities.map((link) => (
                        <Link key={link.code} link={link} />
                    ))}
                </ul>
            )}
            {shared.length > 0 && (
                <div className="shared-results">
                    <h4>{t("diagnosis.sharedResults")}</h4>
                    <JudgedList list={shared} label={t("diagnosis.sharedResults")} />
                </div>
            )}
        </article>
    );
}

export function Chains({ view }: { view: DiagnosisView }) {
    const { t } = useTranslation();
    return (
        <Part id="chains" title={t("diagnosis.chains")} hint={t("diagnosis.chainsHint")}>
            {view.constraints.length === 0 && <p className="empty">{t("diagnosis.noConstraints")}</p>}
            {view.constraints.map((chain) => (
                <ChainCard key={chain.code} chain={chain} />
            ))}
            {view.without_constraint.length > 0 && (
                <p className="note">
                    {t("diagnosis.withoutConstraint", { count: view.without_constraint.length })}{" "}
                    <Linked text={view.without_constraint.join(", ")} />
                </p>
            )}
        </Part>
    );
}
