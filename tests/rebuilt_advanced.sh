#!/bin/sh
# rebuilt_advanced.sh DIRECTORY [TIMES]: put an Advanced XML of OFAC's together again, on standard output, from
# what is in DIRECTORY (data/ofac/advanced-2024-03): the entries with their days and legal bases, the relations,
# and the reference values are OFAC's, as others extracted them to CSV; the parties have no more than their
# number, and one sample of a name. The extract has no words for lists, events, measures, aliases and relations:
# those written here are made up after OFAC's lists and pages. TIMES (1) repeats the parties under new numbers.
set -eu
cd "$1"
times=${2:-1}
cat <<'EOF'
<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="1">
  <DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>3</Month><Day>6</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues>
      <AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
      <AliasType ID="1402">N.K.A.</AliasType><AliasType ID="1403">Name</AliasType>
    </AliasTypeValues>
    <EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
    <FeatureTypeValues><FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType></FeatureTypeValues>
    <ListValues>
      <List ID="1550">SDN List</List>
      <List ID="91243">Non-SDN Palestinian Legislative Council List</List>
      <List ID="91507">Sectoral Sanctions Identifications List</List>
      <List ID="91512">Consolidated List</List>
    </ListValues>
    <NamePartTypeValues>
      <NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="1525">Entity Name</NamePartType>
    </NamePartTypeValues>
    <PartyTypeValues>
      <PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType>
    </PartyTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="2" PartyTypeID="4">Aircraft</PartySubType>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    </PartySubTypeValues>
    <RelationTypeValues>
      <RelationType ID="1555" Symmetrical="false">Associate Of</RelationType>
      <RelationType ID="15001" Symmetrical="false">Providing support to</RelationType>
      <RelationType ID="15002" Symmetrical="false">Acting for or on behalf of</RelationType>
      <RelationType ID="15003" Symmetrical="false">Owned or Controlled By</RelationType>
      <RelationType ID="15004" Symmetrical="false">Family member of</RelationType>
      <RelationType ID="91422" Symmetrical="false">Playing a significant role in</RelationType>
      <RelationType ID="91725" Symmetrical="false">Leader or official of</RelationType>
      <RelationType ID="91900" Symmetrical="false">Principal Executive Officer</RelationType>
      <RelationType ID="92019" Symmetrical="false">Owns, controls, or operates</RelationType>
      <RelationType ID="92122" Symmetrical="false">Property in the interest of</RelationType>
    </RelationTypeValues>
    <SanctionsTypeValues>
      <SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType>
    </SanctionsTypeValues>
    <ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script></ScriptValues>
    <LegalBasisValues>
EOF
awk -F, '$1 == "LegalBasis" && !/"/ {
    printf "      <LegalBasis ID=\"%s\" LegalBasisShortRef=\"%s\" LegalBasisTypeID=\"1\" SanctionsProgramID=\"1\">%s</LegalBasis>\n", $2, $7, $7
}' reference_values.csv
printf '    </LegalBasisValues>\n  </ReferenceValueSets>\n  <Locations/>\n  <IDRegDocuments/>\n  <DistinctParties>\n'
# Each profile that an entry or a relation speaks of.
awk -F, -v times="$times" 'FNR > 1 && FILENAME == "sanctions_entries.csv" { known[$2] = 1 }
FNR > 1 && FILENAME == "profile_relationships.csv" { known[$2] = 1; known[$3] = 1 }
END {
    for (n = 0; n < times; n++) for (profile in known) {
        id = profile + n * 100000000
        printf "    <DistinctParty FixedRef=\"%s\"><Comment/><Profile ID=\"%s\" PartySubTypeID=\"3\">\n", id, id
        printf "      <Identity ID=\"%s\" FixedRef=\"%s\" Primary=\"true\" False=\"false\">\n", id, id
        printf "        <Alias FixedRef=\"%s\" AliasTypeID=\"1403\" Primary=\"true\" LowQuality=\"false\">\n", id
        printf "          <DocumentedName ID=\"%s\" FixedRef=\"%s\" DocNameStatusID=\"1\"><DocumentedNamePart>", id, id
        printf "<NamePartValue NamePartGroupID=\"%s\" ScriptID=\"215\" ScriptStatusID=\"1\" Acronym=\"false\">", id
        printf "PARTY %s</NamePartValue></DocumentedNamePart></DocumentedName></Alias>\n", id
        printf "        <NamePartGroups><MasterNamePartGroup><NamePartGroup ID=\"%s\" NamePartTypeID=\"1525\"/>", id
        print "</MasterNamePartGroup></NamePartGroups></Identity></Profile></DistinctParty>"
    }
}' sanctions_entries.csv profile_relationships.csv
printf '  </DistinctParties>\n  <ProfileRelationships>\n'
awk -F, -v times="$times" 'FNR > 1 { for (n = 0; n < times; n++) {
    more = n * 100000000
    printf "    <ProfileRelationship ID=\"%s\" From-ProfileID=\"%s\" To-ProfileID=\"%s\" RelationTypeID=\"%s\" RelationQualityID=\"%s\" Former=\"%s\" SanctionsEntryID=\"%s\"><Comment/></ProfileRelationship>\n", $1 + more, $2 + more, $3 + more, $4, $5, $6, $7 + more
} }' profile_relationships.csv
printf '  </ProfileRelationships>\n  <SanctionsEntries>\n'
# One line a measure; those of one entry stand together.
awk -F, -v times="$times" 'function close_entry() { if (entry != "") print "    </SanctionsEntry>" }
BEGIN { for (n = 0; n < times; n++) { while ((getline < "sanctions_entries.csv") > 0) {
    if ($1 == "ID") continue
    more = n * 100000000
    if ($1 + more != entry) {
        close_entry()
        entry = $1 + more
        printf "    <SanctionsEntry ID=\"%s\" ProfileID=\"%s\" ListID=\"%s\">\n", entry, $2 + more, $3
        printf "      <EntryEvent ID=\"%s\" EntryEventTypeID=\"%s\" LegalBasisID=\"%s\"><Comment/>", entry, $4, $5
        printf "<Date CalendarTypeID=\"1\"><Year>%s</Year><Month>%s</Month><Day>%s</Day></Date></EntryEvent>\n", $7, $8, $9
    }
    printf "      <SanctionsMeasure ID=\"%s\" SanctionsTypeID=\"%s\"><Comment>%s</Comment>", $10, $11, $12
    print "<DatePeriod CalendarTypeID=\"1\" YearFixed=\"true\" MonthFixed=\"true\" DayFixed=\"true\"/></SanctionsMeasure>"
} close("sanctions_entries.csv") } close_entry() }'
printf '  </SanctionsEntries>\n  <SanctionsEntryLinks/>\n</Sanctions>\n'
