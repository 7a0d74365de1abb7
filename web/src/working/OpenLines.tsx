import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { WorkingActivity } from "../data/types";
import { Coded } from "../language/Coded";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution, Institutions } from "../plan/Institution";
import { linesOf, loads, whoOf, type Line } from "./arrange";
import { useWhoName } from "./Conditions";

function LineWords({ line }: { line: Line }) {
    const { t } = useTranslation();
    const name = t(`working.field.${line.field}`, t(`field.${line.field}`, line.field));
    if (line.found.length > 0)
        return (
            <>
                {line.found.map(({ institution, text }) => (
                    <span key={`${institution}${text}`} className="line-found">
                        {institution !== null && <Institution code={institution} />}{" "}
                        <Coded text={text} isPart />
                    </span>
                ))}
            </>
        );
    return (
        <>
            {name}
            {line.institutions.length > 0 && (
                <>
                    {": "}
                    <Institutions codes={line.institutions} />
                </>
            )}
            {line.targets.length > 0 && (
                <span className="line-targets">
                    {line.targets.map((target) => (
                        <Fragment key={target}>
                            {" "}
                            <PlaceLink to={`/targets/${target}`}>
                                <bdi>{target}</bdi>
                            </PlaceLink>
                        </Fragment>
                    ))}
                </span>
            )}
        </>
    );
}

/** What an activity lacks, by who can close it. */
export function OpenLines({ activity }: { activity: WorkingActivity }) {
    const nameOf = useWhoName();
    return (
        <dl className="open-lines">
            {loads([activity]).map(({ who }) => (
                <div key={who}>
                    <dt>{nameOf(who)}</dt>
                    <dd>
                        <ul>
                            {linesOf(
                                activity.points.filter((point) => whoOf(point) === who),
                                activity.code,
                            ).map((line) => (
                                <li key={line.field}>
                                    <LineWords line={line} />
                                </li>
                            ))}
                        </ul>
                    </dd>
                </div>
            ))}
        </dl>
    );
}
