import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import type { Heading } from "../data/types";
import { MomentBar } from "../moment/MomentBar";
import { Loading } from "./Loading";
import { ProblemNotice } from "./ProblemNotice";
import { useHashArrival } from "./useHashArrival";
import { useTitle } from "./useTitle";

interface Props<T> {
    title: string;
    /** In place of the title, where it is not in the language of the page. */
    heading?: ReactNode;
    answer: UseQueryResult<T>;
    /** A sentence under the heading. */
    lead: (view: T) => ReactNode;
    children: (view: T) => ReactNode;
}

/** A page that shows one answer: its heading, its moment, and what stands in the way of it. */
export function AnswerPage<T extends Heading>({ title, heading, answer, lead, children }: Props<T>) {
    useTitle(title);
    useHashArrival(answer.data !== undefined);
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    return (
        <div className={answer.isPlaceholderData ? "stale" : ""} aria-busy={answer.isFetching}>
            <div className="column">
                <header className="page-head">
                    <h1>{heading ?? title}</h1>
                    <p className="page-lead">{lead(answer.data)}</p>
                </header>
                <MomentBar heading={answer.data} />
                {children(answer.data)}
            </div>
        </div>
    );
}
