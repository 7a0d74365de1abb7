import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { PlaceLink } from "../moment/PlaceLink";
import { withChoice, type Choice } from "./choice";
import { useNameOf } from "./Name";
import { choiceOf, mayHold } from "./printedWords";
import { available, useCatalogue } from "./queries";
import type { Flow } from "./structure";

/** The first dataflow that has figures of these series, by the words that its code lists were printed with. */
async function find(client: QueryClient, flows: Flow[], keys: string[]): Promise<{ flow: Flow; choice: Choice } | null> {
    for (const flow of flows.filter((one) => mayHold(one, keys))) {
        const dimensions = flow.dimensions.map(({ id }) => id);
        const name = { agency: flow.agency, id: flow.id };
        const choice = choiceOf(flow, keys, await client.fetchQuery(available(name, dimensions, {})));
        if (choice === undefined) continue;
        const { series } = await client.fetchQuery(available(name, dimensions, choice));
        if (series > 0) return { flow, choice };
    }
    return null;
}

/** From the series of an indicator to the dataflow that has them; nothing where no words lead there. */
export default function StatisticsLink({ keys }: { keys: string[] }) {
    const { t } = useTranslation();
    const nameOf = useNameOf();
    const client = useQueryClient();
    const flows = useCatalogue(keys.length > 0).data?.flows;
    const found = useQuery({
        queryKey: ["sdmx", "link", keys],
        queryFn: () => find(client, flows ?? [], keys),
        enabled: flows !== undefined,
        staleTime: Infinity,
    }).data;
    if (found === undefined || found === null) return null;
    const { flow, choice } = found;
    return (
        <p className="statistics-link">
            <PlaceLink to={`/statistics/${flow.agency}/${flow.id}?${withChoice(new URLSearchParams(), choice).toString()}`}>
                {t("chart.statistics", { name: nameOf(flow) })}
            </PlaceLink>
        </p>
    );
}
