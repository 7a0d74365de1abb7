# A reference that is no URN of the information model names its place.
== FILE flow.xml
<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
             xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure">
<m:Structures><s:Dataflows>
<s:Dataflow id="EXPORTS" agencyID="PK" version="1.0">
<s:Structure>urn:sdmx:DataStructure=PK:DSD</s:Structure>
</s:Dataflow>
</s:Dataflows></m:Structures>
</m:Structure>
== RUN tameel sdmx read flow.xml
== ERR
tameel: E0904 flow.xml:5:13: expected urn:sdmx:org.sdmx.infomodel.PACKAGE.CLASS=AGENCY:ID(VERSION), found "urn:sdmx:DataStructure=PK:DSD"
== EXIT 2
