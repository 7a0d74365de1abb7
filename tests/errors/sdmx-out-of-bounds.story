# What no real message has is not held in memory: docs/formats/sdmx.md lists the bounds.
== RUN (printf '{"data":'; head -c 1000 /dev/zero | tr '\0' '[') > deep.json; tameel sdmx read deep.json
== ERR
tameel: E0903 deep.json:1:72: expected JSON nested to a depth of 64, found more
== EXIT 1
== RUN (printf 'DATAFLOW,NOTE\nPK:EXPORTS(1.0),"'; head -c 17000000 /dev/zero | tr '\0' 'x') > long.csv; tameel sdmx read long.csv
== ERR
tameel: E0903 long.csv:2:1: expected a row of at most 16777216 bytes, found a longer one
== EXIT 1
