// Two clients from npm against a running server: SDMX_BASE=http://127.0.0.1:PORT/sdmx node clients.mjs
// Prints one line of JSON for each: what they read. The test beside this holds it to what is right.
import {createRequire} from 'node:module';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const base = process.env.SDMX_BASE;

async function sdmxRest() {
  const sdmx = require('sdmx-rest');
  const found = {client: 'sdmx-rest'};
  const ask = async (query, url, api) => {
    const service = sdmx.getService({url, api});
    return sdmx.request2(query, service, {});
  };
  const v1 = 'v1.5.0', v2 = 'v2.0.0';
  const flow = sdmx.getDataQuery({flow: 'MOITT,ICT_EXPORTS,1.0', key: 'A.PK.W0.ICT.C.USD.N', start: '2022-07-01', end: '2023-06-30'});
  let answer = await ask(flow, base, v1);
  found.data = [answer.status, answer.headers.get('content-type'), /ObsValue value="2596"/.test(await answer.text())];
  answer = await ask(sdmx.getMetadataQuery({resource: 'codelist', agency: 'MOITT', id: 'CL_SERVICE'}), base, v1);
  found.codelist = [answer.status, (await answer.text()).split('<str:Code ').length - 1];
  answer = await ask(sdmx.getAvailabilityQuery({flow: 'MOITT,ICT_EXPORTS,1.0', component: 'SERVICE'}), base, v1);
  found.availability = [answer.status, /series_count/.test(await answer.text())];
  answer = await ask(sdmx.getSchemaQuery({context: 'dataflow', agency: 'MOITT', id: 'ICT_EXPORTS'}), base, v1);
  found.schema = [answer.status, /targetNamespace/.test(await answer.text())];
  const v2data = sdmx.getDataQuery2({context: 'dataflow=MOITT:ICT_EXPORTS(*)', key: 'A.PK.W0.ICT.C.USD.N', filters: 'TIME_PERIOD=ge:2022-07-01+le:2023-06-30'});
  answer = await ask(v2data, `${base}/v2`, v2);
  found.data2 = [answer.status, answer.headers.get('content-type'), /\[2596,/.test(await answer.text())];
  answer = await ask(sdmx.getMetadataQuery({resource: 'dataflow', agency: 'MOITT', id: 'ICT_EXPORTS'}), `${base}/v2`, v2);
  found.structure2 = [answer.status, JSON.parse(await answer.text()).data.dataflows.length];
  return found;
}

async function sdmxJsonParser() {
  const {SDMXParser} = require('sdmx-json-parser');
  const parser = new SDMXParser();
  const flow = `${base}/v2/data/dataflow/MOITT/ICT_EXPORTS/1.0`;
  await parser.getDatasets(`${flow}/A.PK.W0.ICT.C.USD.N?c[TIME_PERIOD]=ge:2022-07-01`);
  const observations = parser.getData();
  const bare = new SDMXParser();
  await bare.getDatasets(`${flow}/A.PK.W0.ICT.C.USD.N`);
  return {
    client: 'sdmx-json-parser',
    name: parser.getName(),
    dimensions: parser.getDimensions().map(dimension => dimension.id),
    observations: observations.length,
    first: observations[0],
    all: bare.getData().length,
  };
}

for (const client of [sdmxRest, sdmxJsonParser])
  console.log(JSON.stringify(await client()));
