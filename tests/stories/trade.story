# Advantage, concentration, similarity, intensity and market shares of a table of trade between countries.
# The table is made up; its values are those of a reference that was computed in exact fractions (src/app/trade_view_test.cpp).
== COPY tests/fixtures/trade/matrix.csv
== RUN head -3 matrix.csv
== OUT
exporter,product,importer,value_t0,value_t1
PAK,SI2_computer,USA,110,116
PAK,SI2_computer,GBR,7,9
== EXIT 0
== RUN tameel trade matrix.csv --exporter PAK
== OUT
PAK, t1: exports 1206.00
products: HHI 0.3039 (0.1298 normalised), as concentrated as 3.29 of one size; the largest has 0.4030 of 1
markets: HHI 0.4173 (0.2717 normalised), as concentrated as 2.40 of one size; the largest has 0.6128 of 1
diversification 0.1788, intra-industry trade 0.3888
product             exports  Balassa  symmetric  normalised  Vollrath  intra-industry
SI2_computer        486.00   1.5970   0.2299     0.0426      1.0375    0.6556
SI1_telecom         377.00   1.0990   0.0472     0.0080      0.1897    0.0911
SI3_information     64.00    0.5992   -0.2506    -0.0100     -0.7124   0.2466
SJ3_other_business  241.00   0.7725   -0.1283    -0.0166     -0.4520   0.0407
SJ2_professional    38.00    0.2717   -0.5727    -0.0239     -1.6850   0.7333
importer  exports  complementarity  intensity
USA       143.00   79.5128          0.5968
GBR       160.00   54.2113          0.8711
ARE       56.00    50.5736          0.3202
IRL       739.00   70.2120          1.8721
SGP       108.00   70.3545          0.8255
beside  similarity
IND     0.5621
PHL     0.6168
BGD     0.6442
since t0: 982.00 to 1206.00, a change of 224.00 (22.81 percent)
  constant market share: world growth 171.64, commodity -8.50, market 13.87, competitiveness 46.99
  in shares: structural 177.01, competitive 39.01, interaction 7.98
== EXIT 0
# One product in one market.
== RUN tameel trade matrix.csv --exporter IND --product SI2_computer --importer PAK
== OUT
IND, t1: exports 1043.00
products: HHI 0.4210 (0.2762 normalised), as concentrated as 2.38 of one size; the largest has 0.5887 of 1
markets: HHI 0.2067 (0.0480 normalised), as concentrated as 4.84 of one size; the largest has 0.2819 of 1
diversification 0.3327, intra-industry trade -
product       exports  Balassa  symmetric  normalised  Vollrath  intra-industry
SI2_computer  266.00   1.0107   0.0053     0.0007      0.0188    -
importer  exports  complementarity  intensity
PAK       138.00   41.9013          1.9406
beside  similarity
PAK     0.5621
PHL     0.3759
BGD     0.5148
since t0: 916.00 to 1043.00, a change of 127.00 (13.86 percent)
  constant market share: world growth 160.10, commodity -29.84, market 38.86, competitiveness -42.12
  in shares: structural 169.12, competitive -33.08, interaction -9.04
== EXIT 0
# The same for programs, with what could be sold at the ease of trade as it is.
== RUN tameel trade matrix.csv --exporter PAK --product SI2_computer --importer USA --json | grep -A 20 '"importer"'
== OUT
          "importer": "USA",
          "exports": 143,
          "complementarity": 79.51281329203042,
          "intensity": 0.5967841609562251,
          "potentials": [
            {
              "product": "SI2_computer",
              "ease": 0.5929984914799274,
              "potential": 44.95556251843372,
              "actual": 116,
              "unrealised": 0,
              "realised": 2.5803258484961673
            }
          ]
        }
      ],
      "constant_market_share": {
        "before": 982,
        "after": 1206,
        "change": 224,
        "growth": 22.810590631364562,
== EXIT 0
# Periods may stand in a column too, and what is not listed is 0 only where that is said.
== FILE years.csv
exporter,product,importer,value,period
PAK,computer,USA,100,FY2023
USA,computer,PAK,40,FY2023
PAK,computer,USA,150,FY2024
PAK,telecom,USA,20,FY2024
USA,computer,PAK,60,FY2024
== RUN tameel trade years.csv --exporter PAK
== ERR
tameel: E0322 years.csv: 3 of 8 cells are not listed: PAK, telecom, USA, FY2023; USA, telecom, PAK, FY2023; USA, telecom, PAK, FY2024
== EXIT 2
== RUN tameel trade years.csv --exporter PAK --absent-is-zero
== OUT
PAK, FY2024: exports 170.00
products: HHI 0.7924 (0.5848 normalised), as concentrated as 1.26 of one size; the largest has 0.8824 of 1
markets: HHI 1.0000 (- normalised), as concentrated as 1.00 of one size; the largest has 1.0000 of 1
diversification 0.0307, intra-industry trade 0.5217
product   exports  Balassa  symmetric  normalised  Vollrath  intra-industry
computer  150.00   0.9664   -0.0171    -0.0227     -         0.5714
telecom   20.00    1.3529   0.1500     0.0227      -         0.0000
importer  exports  complementarity  intensity
USA       170.00   100.0000         1.3529
beside  similarity
USA     0.8824
since FY2023: 100.00 to 170.00, a change of 70.00 (70.00 percent)
  constant market share: world growth 64.29, commodity -14.29, market 0.00, competitiveness 20.00
  in shares: structural 50.00, competitive 0.00, interaction 20.00
== EXIT 0
# What nobody is called is said, with what was meant perhaps.
== RUN tameel trade matrix.csv --exporter PAX
== ERR
tameel: E0015 matrix.csv: no exporter is called PAX; did you mean PAK?
== EXIT 1
