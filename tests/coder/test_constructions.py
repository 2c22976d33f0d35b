"""Constructions of English whose doer or target stands where a parse alone does not show it."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Human Rights Watch issued a report accusing the Kenyan army of neglect.",
            ("NGOHRIHRW", "112", "KENMIL"),
        ),
        (
            "A Dutch lawyer filed a suit against visiting Rwandan President Paul Kagame.",
            ("NLDCVL", "115", "RWAGOV"),
        ),
        (
            "Six police officers were killed in Kabul in an attack claimed by the Taliban.",
            ("AFGINSTAL", "190", "AFGCOP"),
        ),
        ("A bombing blamed on Kurdish rebels killed two Turkish soldiers.", ("TURREBKUR", "183", "TURMIL")),
        ("The government of Mali and Tuareg rebels agreed to exchange prisoners.", ("MLIGOV", "0353", "MLISEPTUA")),
        ("Iran and Pakistan agreed in Kabul to reopen the border.", ("IRN", "0351", "PAK")),
        ("The UN called on Monday for Sudan to release the prisoners.", ("IGOUNO", "0253", "SDN")),
        ("The Malian army and the rebels agreed to let people leave the city.", ("MLIMIL", "0355", "MLIREB")),
        ("Chad and Niger agreed to halt fighting over the border town.", ("TCD", "0356", "NER")),
        ("Russia's detaining of an American reporter drew protests.", ("RUS", "173", "USAMED")),
        ("The hosting of Taliban envoys by Norway was criticised.", ("NOR", "043", "AFGINSTAL")),
        ("Paris condemned Chad's expelling of the French envoy.", ("TCD", "161", "FRAGOV")),
        ("Tunisian unions called on teachers to rally against the government.", ("TUNLAB", "113", "TUNGOV")),
        ("Brazil sent a team of divers to Peru to investigate the ferry disaster.", ("BRA", "090", "PER")),
        # offices without a land, and those who are hardly of the land whose own they meet
        ("The Secretary thanked the Jordanian king for his help.", ("USAGOV", "051", "JORGOV")),
        ("The Deputy Secretary met with Vietnamese Foreign Minister Son in Hanoi.", ("USAGOV", "040", "VNMGOV")),
        ("The minister met Vietnamese Foreign Minister Minh in Hanoi.", ("GOV", "040", "VNMGOV")),
        ("The Omani envoy refused to meet the Chadian negotiators face to face.", ("OMNGOV", "125", "TCDGOV")),
        ("The Prime Minister told President Putin that Russia must stop.", ("GOV", "100", "RUS")),
        ("I want to thank the Omani government for its help.", ("", "051", "OMNGOV")),
        ("Angola hosted its Congolese and Rwandan counterparts for talks.", ("AGO", "043", "CODGOV")),
        ("Sweden launched a programme to support farmers in Malawi.", ("SWE", "070", "MWIAGR")),
        ("The Kremlin spokesman denied that Russia had hacked the Danish ministry.", ("RUSGOV", "016", "DNKGOV")),
        ("Chad's premier met the families of those killed by French troops.", ("TCDGOV", "040", "CVL")),
        # what is wished for, what is noted and how, and who is sent to help
        ("Norway would like to see Turkey release the sailors.", ("NOR", "0253", "TUR")),
        ("Norway noted with concern that Belarus had jailed two priests.", ("NOR", "111", "BLR")),
        ("Japan is ready to send beekeepers to help Vietnam.", ("JPN", "033", "VNM")),
        # one "were" for several, and one doer at the end
        ("Three aid workers were abducted and a fourth killed by Somali gunmen.", ("SOMUAF", "181", "NGO")),
        ("Two men were arrested and weapons seized by Ugandan police in Gulu.", ("UGACOP", "173", "UGACVL")),
        (
            "Two students were shot dead and scores injured when Sudanese police opened fire.",
            ("SDNCOP", "193", "SDNEDU"),
        ),
        # whom it concerns where nothing nearer tells it: who can avert it, and the land where it is done
        ("Lesotho threatened consequences if Botswana went ahead with the dam.", ("LSO", "130", "BWA")),
        ("Serbian miners will not call off their strike before the ministry gives way.", ("SRBLAB", "1242", "SRBGOV")),
        ("Tuareg rebels have declared a ceasefire effective from Sunday in Mali.", ("MLISEPTUA", "0871", "MLI")),
        ("Dockworkers at a port in Chile downed tools on Monday.", ("CHLLAB", "143", "CHL")),
        # to whom letters go, and whom a joined clause means by "him"
        ("Norway's king voiced his regret in a letter to the Congolese president.", ("NORGOV", "055", "CODGOV")),
        ("In a note to Chile, Peru voiced its regret over the raid.", ("PER", "055", "CHL")),
        ("Oman's sultan met the Yemeni premier and urged him to free two sailors.", ("OMNGOV", "0253", "YEMGOV")),
        # what is asked on pain of something is threatened
        ("The African Union told Niger's junta to quit or face sanctions.", ("IGOAFU", "1312", "NERGOV")),
        ("Mexico said Chile had violated its airspace.", ("CHL", "150", "MEX")),
        # behind an aside, or behind a time
        ("Turkish jets carried out 17 raids, made up of 40 sorties, against Daesh.", ("TURMIL", "195", "IMGISI")),
        ("Clashes broke out for a third day between Kurdish rebels and Iraqi troops.", ("IRQREBKUR", "190", "IRQMIL")),
        ("Maduro has blamed, at one time or another, the Colombian government.", ("VENGOV", "112", "COLGOV")),
        # who is meant by troops and crowds, where only what stands around them tells it
        ("Chad called up reservists as a row with Libya over a well grew.", ("TCD", "154", "LBY")),
        ("Kenya put its army on a war footing as Somali troops crept near.", ("KEN", "152", "SOMMIL")),
        ("Peru moved two frigates north to send a message to Ecuador.", ("PER", "154", "ECU")),
        ("Nurses in Malta called in sick hours after the cabinet froze their pay.", ("MLTHLH", "143", "MLTGOV")),
        ("Belgian dockers blocked Antwerp in a row with the government.", ("BELLAB", "144", "BELGOV")),
        ("Iran showed off a missile able to reach Israel at a parade.", ("IRN", "150", "ISR")),
        (
            "The Chadian president offered to step down if the rebels laid down their arms.",
            ("TCDGOV", "0341", "TCDREB"),
        ),
        ("Kenya promised Uganda to stop aid to the Somali rebels.", ("KEN", "030", "SOMREB")),
        ("Envoys from Chad and Niger called on the Libyan president on Friday.", ("TCDGOV", "040", "LBYGOV")),
        ("Bakers in Malta closed their shops in protest at the government.", ("MLTLAB", "143", "MLTGOV")),
        ("Fiji, Tonga hold talks in Suva", ("FJI", "046", "TON")),
        ("Colombian government and rebel negotiators resumed talks.", ("COLGOV", "046", "COLREB")),
        ("Government and opposition leaders met in Lima on Monday.", ("PERGOV", "040", "PEROPP")),
        (
            "French President Emmanuel Macron, second left, and Spain's foreign minister, right, met in Lisbon.",
            ("FRAGOV", "044", "ESPGOV"),
        ),
        ("Egypt suspended the talks, accusing Ethiopia of delay.", ("EGY", "112", "ETH")),
        ("Egypt agreed on Monday, after talks with Hamas in Cairo, to reopen the border.", ("EGY", "0351", "-")),
        (
            "Parliament set up a panel to probe the bombing of a market by Chadian soldiers.",
            ("TCDLEG", "093", "TCDMIL"),
        ),
        ("Turkey relaunched talks with Armenia.", ("TUR", "046", "ARM")),
        ("Ten Kurds were beaten or robbed by invading Turkish troops.", ("TURMIL", "182", "TURKUR")),
        ("Fiji's police arrested two Samoans after they attacked a shopkeeper.", ("WSM", "190", "BUS")),
        ("Kenyan soldiers shot a man because he had attacked a judge.", ("KENCVL", "190", "KENJUD")),
        ("Kenya's opposition branded the government corrupt.", ("KENOPP", "111", "KENGOV")),
        ("Zambian nurses gave the government until March to raise pay.", ("ZMBHLH", "139", "ZMBGOV")),
        ("Amnesty found cases in which troops shot boys, and urged Chad to act.", ("NGOHRIAMN", "020", "TCD")),
        ("Ghana and Togo held a week of joint exercises.", ("GHA", "062", "TGO")),
        ("Chad resumed its shelling on Friday night of villages in Sudan.", ("TCD", "194", "SDNCVL")),
        (
            "Colombian peacemaker Luis Calle and Basque guerrilla leader Jon Iriarte held talks on Sunday.",
            ("COL", "046", "ESPBSQREB"),
        ),
        ("Opposition leader Imran Khan met Norway's president.", ("PAKOPP", "040", "NORGOV")),
        ("Ghana's president spoke during a visit to Togo.", ("GHAGOV", "042", "TGO")),
        ("Yemeni and rebel commanders met on Monday.", ("YEMMIL", "040", "YEMREB")),
        ("Two Germans jailed in Nigeria.", ("NGA", "173", "DEU")),
        ("French envoy expelled from Niger.", ("NER", "161", "FRAGOV")),
        ("The PUK shelled KDP positions.", ("IRQKURPTYPUK", "194", "IRQKURPTYKDP")),
        ("Turkish jets bomb rebels in Syria - Anatolia", ("TURMIL", "195", "SYRREB")),
        ("Togo's president called the Ghanaian leader a murderer.", ("TGOGOV", "111", "GHAGOV")),
        ("It was Israel that attacked Syria on Monday.", ("ISR", "190", "SYR")),
        ("Sudan, which was bombed by Chad on Friday, did not respond.", ("TCD", "195", "SDN")),
        ("Peru did not comment after Chile expelled two Bolivian diplomats.", ("CHL", "161", "BOLGOV")),
        ("The Turkish foreign minister was forced to cancel a visit to Greece.", ("TURGOV", "161", "GRC")),
        ("The Kenyan opposition continued to criticise the Somali government.", ("KENOPP", "111", "SOMGOV")),
        ("Qatar told Hamas that it would stop mediating.", ("QAT", "135", "PSEREBHMS")),
        ("Norway told Turkey that it must release the sailors.", ("NOR", "1053", "TUR")),
        ("Norway warned that Turkey must release the sailors.", ("NOR", "1053", "TUR")),
        ("Norway's demand that Turkey release the sailors was sent.", ("NOR", "1053", "TUR")),
        ("Norway made an impassioned plea for Turkey to release the sailors.", ("NOR", "0253", "TUR")),
        ("Peru urged Chile to let inspectors in.", ("PER", "0255", "CHL")),
        ("Iceland was the first country to recognise Lithuania.", ("ISL", "054", "LTU")),
        ("Jordan urged Arab states to help the Palestinians.", ("JOR", "053", "PSE")),
        ("Poland dismissed as absurd Belarusian claims that it had fired on a helicopter.", ("POL", "016", "BLR")),
        ("China denounced as illegal the Canadian sanctions on its banks.", ("CHN", "111", "CAN")),
        ("Canada slapped sanctions on two Emirati firms for arming the rebels in Sudan.", ("AREBUS", "072", "SDNREB")),
        ("Two Ethiopian soldiers were killed in shelling by separatists.", ("SEP", "194", "ETHMIL")),
        ("Four Thai soldiers were killed in clashes with Cambodian troops.", ("KHMMIL", "190", "THAMIL")),
        ("Benin and Niger reopened their shared border.", ("BEN", "081", "NER")),
        (
            "Yemen met American investigators probing the bomb attack that hit a ship in Aden, killing 17 sailors.",
            ("", "183", "YEMMIL"),
        ),
        ("Peru cut ties with Israel over its offensive in Gaza.", ("ISR", "190", "PSE")),
        ("In Geneva, Norway criticised Turkey in public for its attack on Kurdish rebels.", ("TUR", "190", "KURREB")),
        ("Prime Minister Johnson sacked Gove hours before resigning.", ("GBRGOV", "0831", "-")),
        ("The army used helicopters to attack rebels in Mali.", ("MLIMIL", "190", "MLIREB")),
        (
            "Chilean President Gabriel Boric phoned Nayib Bukele and urged him to be calm.",
            ("CHLGOV", "020", "SLVGOV"),
        ),
        (
            "The German minister pledged Berlin's support for efforts to rebuild the Iraqi economy.",
            ("DEUGOV", "051", "IRQ"),
        ),
        ("The UN chief recalled the U.N.'s commitment to supporting Libyan unity.", ("IGOUNO", "051", "LBY")),
        ("Spain returned a gold coin that was looted from a wreck to Colombia.", ("ESP", "0842", "COL")),
        ("The police returned the confiscated boats to their owners.", ("COP", "0842", "---")),
        ("Canada provided $10 million to promote literacy in Haiti.", ("CAN", "071", "HTI")),
        ("Ethiopia is ready to withdraw its soldiers from a contested border zone.", ("ETH", "0356", "---")),
        ("Japan partly lifted the sanctions imposed on India and Pakistan.", ("JPN", "085", "PAK")),
        ("The president lifted the curfew imposed on the northern districts of Mali.", ("MLIGOV", "0813", "MLI")),
        ("India and Pakistan broke the ceasefire along the Line of Control.", ("IND", "196", "PAK")),
        ("The US lifted the embargo it had imposed on Vietnam.", ("USA", "085", "VNM")),
        ("Pal Biar was released after Sudan's president pardoned him.", ("SDNGOV", "0841", "---")),
        ("Turkey threatened to let refugees into Europe unless the EU pays.", ("TUR", "132", "IGOEUREEC")),
        ("Strikers refused to end the walkout until Peru's government raises wages.", ("PERLAB", "1242", "PERGOV")),
        ("The Kremlin defended President Vladimir Putin's decision to stay away.", ("RUSGOV", "052", "RUSGOV")),
        ("Norway and EU negotiators reached a deal on fish.", ("NORGOV", "057", "IGOEUREEC")),
        ("Belarus dismissed a call by the European Union for new elections.", ("IGOEUREEC", "0241", "BLR")),
        ("Kenya will not accept a Somali proposal for a joint patrol.", ("SOM", "0212", "KEN")),
        ("Nepal executed the spy despite an appeal by India.", ("IND", "020", "NPL")),
        ("Sudan closed its consulate in Oslo in protest against the arrest of an envoy.", ("SDN", "161", "NOR")),
        ("Poland became the first country to recognise a Kurdish state.", ("POL", "054", "KUR")),
        ("The activist was beaten in an Egyptian prison.", ("EGYCOP", "182", "EGYOPP")),
        ("Peru closed its border, a decision Chile criticised.", ("CHL", "111", "PER")),
        ("Britain gave 5 million pounds to Nepal, France 3 million and Spain 2 million.", ("ESP", "071", "NPL")),
        ("Iran expelled two Dutch envoys and Iraq three.", ("IRQ", "161", "NLDGOV")),
        ("Germany will take in 500 Syrian refugees, Sweden 300.", ("SWE", "0333", "SYRREF")),
        ("Washington accused Iran of arming the rebels and Syria of sheltering them.", ("USA", "1123", "SYR")),
        ("Kenya thanked Uganda for its troops and Ethiopia for its doctors.", ("KEN", "051", "ETH")),
        ("Thirty Eritreans landed in Malta and sought asylum there.", ("ERI", "0233", "MLT")),
        ("Norway sent UNESCO a letter threatening to stop its payments.", ("NOR", "130", "IGOUNOEDU")),
        (
            "The supreme court dismissed a complaint filed by the opposition against the president.",
            ("JUD", "120", "OPP"),
        ),
        ("Kenya thanks Sudan for peace role", ("KEN", "051", "SDN")),
        ("Mali expelled three French reporters, a step condemned by Paris.", ("FRA", "111", "MLI")),
        ("The Nigerian Senate president will lead a delegation on a visit to Russia.", ("NGALEG", "036", "RUS")),
        ("Nigeria will not lift the ban until it is satisfied that Benin obeys.", ("NGA", "1241", "BEN")),
        ("Norway will send experts to Peru to investigate the crash of a Norwegian ship.", ("NOR", "090", "PER")),
        ("Chad insisted that it was attacked by Sudan.", ("SDN", "190", "TCD")),
        ("The Taliban carried out a raid in which gunmen killed two Afghan judges.", ("AFGINSTAL", "186", "AFGJUD")),
    ],
)
def test_constructions_give_each_act_its_parties(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a word that was cut at its hyphen is one noun, and has the words before it
        ("Norway met the Kenyan vice-president.", {("NOR", "040", "KENGOV"), ("KENGOV", "040", "NOR")}),
        ("Chadian ex-rebels criticised Norway.", {("TCDELI", "111", "NOR")}),
        # whose somebody or a body is by the words beside the name
        ("Ann Holm of Human Rights Watch criticised Norway.", {("NGOHRIHRW", "111", "NOR")}),
        ("Chad denounced the Kenyan Labour Party.", {("TCD", "111", "KENPTY")}),
        ("Yoo Chong-min rejected Tonga's offer.", {("", "120", "TON")}),
    ],
)
def test_constructions_whose_somebody_is_by_the_words_beside(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The invasion by Serbia of Kosovo drew protests.", ("SRB", "190", "*")),
        ("An attack by the Republic of Congo on Rwanda drew protests.", ("COG", "190", "RWA")),
        ("A visit by the Greek prime minister to Iran drew protests.", ("GRCGOV", "042", "IRN")),
        ("Qatar condemned Serbia's airstrike on Georgia.", ("SRB", "195", "GEO")),
        ("Qatar condemned Ethiopia's incursion into Georgia.", ("ETH", "190", "GEO")),
        ("Qatar welcomed Serbia's talks with Iraq.", ("IRQ", "046", "SRB")),
        ("Morocco faces a blockade from Turkey.", ("TUR", "191", "MAR")),
        ("Morocco faces new sanctions from Turkey.", ("TUR", "163", "MAR")),
        ("Algeria's arrest of three Moroccan soldiers drew protests.", ("DZA", "173", "MARMIL")),
        ("The arrest of three Moroccan soldiers by Algeria drew protests.", ("DZA", "173", "MARMIL")),
        ("Nine Iraqi soldiers were killed in shelling blamed on Russia.", ("RUS", "194", "IRQMIL")),
        ("The raid on a Malian army post was blamed on jihadists.", ("MLIREB", "190", "MLIMIL")),
        ("Threats of sanctions by the EU against Serbia rattled investors.", ("IGOEUREEC", "*", "SRB")),
        ("Talks between the presidents of Peru and Chile began.", ("CHLGOV", "046", "PERGOV")),
        ("UN-backed talks between Serbia and Kosovo resumed.", ("SRB", "046", "*")),
        ("A Saudi-imposed blockade on Yemen has caused famine.", ("SAU", "191", "YEM")),
        ("Georgia is opposed to Armenia's membership of the council.", ("GEO", "120", "ARM")),
        ("The town of Bakhmut is surrounded by Russian troops.", ("RUSMIL", "191", "UKR")),
        ("Denmark's rebuke to Greenland was not answered.", ("DNK", "111", "GRL")),
        ("Norway's request to Iceland was ignored.", ("NOR", "020", "ISL")),
        ("The eviction of Palestinian families by Israel was denounced by Jordan.", ("JOR", "111", "ISR")),
    ],
)
def test_constructions_give_a_noun_its_parties_wherever_they_hang(coder: Coder, text: str, wanted: Triple) -> None:
    assert any(wanted in {(s, c, "*"), (s, "*", t), (s, c, t)} for s, c, t in triples(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "UN-backed talks between Serbia and Kosovo resumed.",
        "The British-brokered truce between Mali and Niger collapsed.",
    ],
)
def test_constructions_leave_out_who_only_backs_what_others_do(coder: Coder, text: str) -> None:
    assert not any(source in ("IGOUNO", "GBR") for source, code, _ in triples(coder, text) if code == "046")


@pytest.mark.parametrize(
    "text",
    [
        "Chad's attack on Sudan did not take place.",
        "Chad's release of two Sudanese pilots has not begun.",
        "Chad did not launch an attack on Sudan.",
        "Chad has an interest in fighting Boko Haram.",
        "Chad has experience in fighting Boko Haram.",
    ],
)
def test_constructions_leave_what_did_not_come_about(coder: Coder, text: str) -> None:
    assert triples(coder, text) == set()


def test_constructions_count_nobody_twice(coder: Coder) -> None:
    text = "Nigerian soldiers opened fire on market traders in Maiduguri, killing at least 14."
    assert triples(coder, text) == {("NGAMIL", "193", "NGABUS")}
    assert ("GINMIL", "190", "GIN") in triples(coder, "Soldiers killed at least 12 in Conakry.")


def test_constructions_leave_to_others_what_somebody_faces(coder: Coder) -> None:
    assert not any(source == "ERI" for source, _, _ in triples(coder, "Eritrea faces shelling from Ethiopia."))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Bolivia denied charges by bishops that it had jailed a nun.", "173"),
        ("Vietnam rejected a British call to free two bloggers.", "0841"),
        ("Farmers in Peru marched on Lima in a protest aimed at getting the government to drop the tax.", "08"),
        ("Should Iran attack Israel, the dollar would rise.", "19"),
        ("Kenya would not forgive anyone who attacked Sudan.", "19"),
    ],
)
def test_constructions_leave_what_is_alleged_aimed_at_or_only_possible(coder: Coder, text: str, never: str) -> None:
    assert not [code for _, code, _ in triples(coder, text) if code.startswith(never)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nepalese rebels signed a truce with the government.", "NPLGOV"),
        ("Iran's interior minister ordered the bazaar merchants to reopen their shops.", "IRNBUS"),
        ("Venezuela released an opposition leader.", "VENOPP"),
        ("The arms deal was condemned by China, whose foreign ministry summoned the US envoy.", "CHNGOV"),
    ],
)
def test_constructions_give_bare_roles_the_country_that_is_meant(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in {code for source, _, target in triples(coder, text) for code in (source, target)}


@pytest.mark.parametrize("text", ["The US condemned the rebels.", "Russia warned the government against the move."])
def test_constructions_leave_a_bare_role_open_where_another_state_speaks(coder: Coder, text: str) -> None:
    assert {target for _, _, target in triples(coder, text)} <= {"REB", "GOV", "---"}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Belarus dismissed calls for new elections.", "02"),  # nobody is named who called
        ("The court rejected an appeal by the jailed editor.", "02"),
        ("Palestinian leaders rejected the American decision to move the embassy.", "03"),
        ("Uganda will leave the treaty rather than fight against Rwanda.", "138"),
        ("Angola returned the mask after it was stolen by the Portuguese.", "17"),
        ("The northern town, controlled by rebels, was rebuilt.", "19"),
        ("The coast is held by the Taliban.", "19"),
        ("In the novel, Spain sends a fleet against England.", "15"),
        ("The play shows how France invaded Algeria in 1830.", "19"),
        ("Mart Helme, who had called Finland's prime minister a sales girl, resigned.", "04"),
        ("Chad insisted that it was attacked by Sudan.", "10"),
    ],
)
def test_constructions_make_no_act_of_what_is_not_done(coder: Coder, text: str, never: str) -> None:
    assert not [code for _, code, _ in triples(coder, text) if code.startswith(never)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Spanish police arrested what they called a Russian spy.", ("ESPCOP", "173", "RUSSPY")),
        ("Gunmen ambushed what villagers said was a Turkish convoy.", ("UAF", "193", "TUR")),
        ("Norway protested against what it described as Russian interference.", ("NOR", "114", "RUS")),
        ("The minister said that the talks had failed, and accused Peru of lying.", ("GOV", "112", "PER")),
        (
            "Thousands marched in Lima to demand that the president go, and ten people were shot dead by soldiers.",
            ("PERMIL", "193", "PERCVL"),
        ),
        ("The group has claimed responsibility for attacks on Turkish police.", ("", "015", "TURCOP")),
        ("We call on both sides to respect the truce in Yemen.", ("", "0256", "---")),
    ],
)
def test_constructions_read_who_did_what_across_clauses(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text", ["What the army called a base was a school in Mali.", "Nobody knows what Russia called the treaty."]
)
def test_constructions_leave_what_is_only_called_something(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru was quick to condemn Iran.", ("PER", "111", "IRN")),
        ("The Serb leader went on to accuse Croatia of lying.", ("SRBGOV", "112", "HRV")),
        ("Chad took the opportunity to thank Norway.", ("TCD", "051", "NOR")),
        ("Russian troops took advantage of the fog to capture a village in Ukraine.", ("RUSMIL", "192", "UKRCVL")),
        ("The report accuses Vietnam of lying.", ("", "112", "VNM")),
        ("Chad thanked Norway for its donation of tents.", ("NOR", "071", "TCD")),
        ("Kenya's president got Uganda to pledge maize to Chad.", ("UGA", "0333", "TCD")),
        ("The prime minister toppled his cousin Ali Bongo.", ("GOV", "190", "GABGOV")),
    ],
)
def test_constructions_take_what_is_done_in_a_manner_for_done(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru was not quick to condemn Iran.",
        "Turkey no longer arms the rebels in Syria.",
        "He went to Cairo to see Iran.",
    ],
)
def test_constructions_leave_what_is_not_done_or_no_longer_done(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A plea for Chile to send food was made by Peru on Monday.", ("PER", "0233", "CHL")),
        ("An appeal for Chile to lift the sanctions was issued by Peru.", ("PER", "0254", "CHL")),
        ("A demand for Chile to release the prisoners was made by Peru.", ("PER", "1053", "CHL")),
    ],
)
def test_constructions_who_is_to_do_it_may_stand_behind_for(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway became the ninth country to recognise Chad.", ("NOR", "054", "TCD")),
        ("Norway is the 40th state to recognise Chad.", ("NOR", "054", "TCD")),
        (
            "Oman is deeply concerned at reports that Chadian jets have struck a hospital in Sudan.",
            ("TCDMIL", "195", "SDNHLH"),
        ),
        ("Oman called for talks after writing a letter accusing Chad of lying.", ("OMN", "112", "TCD")),
        ("The envoys want to ask Chad about its arrest of two Omani priests.", ("TCD", "173", "OMNCVL")),
        ("Oman did not mention the raid by Chad on the Sudanese camp.", ("TCD", "190", "SDN")),
        ("Oman wants to stay out amid the bitter fighting between Chad and Niger.", ("TCD", "190", "NER")),
        (
            "Oman sent divers in the wake of the seizure of a Danish ship by Somali pirates.",
            ("SOMCRMPIR", "1711", "DNK"),
        ),
        ("Oman wants to thank the Kenyan troops fighting al-Shabab.", ("KENMIL", "190", "SOMINSSHB")),
        ("Norway may help the Kurdish militia, which is fighting Turkey.", ("KURUAF", "190", "TUR")),
        ("Chad says Sudanese jets bombed a village, which Khartoum denies.", ("SDN", "016", "TCD")),
        ("Chad accuses Niger of arming rebels, something Niger has denied.", ("NER", "016", "TCD")),
    ],
)
def test_constructions_tell_as_done_what_stands_under_what_is_not(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Norway denied charges by Danish bishops that it had expelled priests.", "174"),
        ("Oman ruled out accusing Chad of fraud.", "112"),
        ("Envoys gathered to discuss the release of Omani sailors by Chad.", "0841"),
        ("Chad wants to prevent an Omani raid on Niger.", "190"),
        ("The envoys will ask Chad about a raid on Niger.", "190"),
        ("Oman wants to stop the rebels attacking Niger.", "190"),
        ("Oman feared the prospect of Chad attacking Niger.", "190"),
        ("Chad bought the planes, which Niger rejected.", "016"),
    ],
)
def test_constructions_tell_as_done_only_what_is(coder: Coder, text: str, never: str) -> None:
    assert never not in {code for _, code, _ in triples(coder, text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Canada pledged $5 million, Peru $2 million and Ghana $1 million to Haiti.", ("PER", "0331", "HTI")),
        ("Police in Chad fired at students demanding that the president resign.", ("TCDEDU", "1041", "TCDGOV")),
        ("Oman is mediating between Iran and Iraq.", ("OMN", "045", "IRQ")),
        ("The UN condemned Chad and called on it to free the priests.", ("IGOUNO", "0253", "TCD")),
        ("While praising Kenya, the UN chief urged it to ratify the pact.", ("IGOUNO", "027", "KEN")),
        ("Ghana's opposition criticised the government over its jailing of reporters.", ("GHAGOV", "173", "GHAMED")),
        ("Iran, which said it would not negotiate with Peru, left.", ("IRN", "125", "PER")),
        ("A group calling itself the Free Papua Movement kidnapped two Dutch nurses.", ("IDNSEPOPM", "181", "NLDHLH")),
        ("A delegation led by Ghana's foreign minister visited Togo.", ("GHAGOV", "042", "TGO")),
        ("Brussels urged Georgia to drop the bill.", ("IGOEUREEC", "0242", "GEO")),
        ("Brussels praised Chad, the Belgian king said.", ("BEL", "051", "TCD")),
        ("Niger gave no reason for expelling two French envoys.", ("NER", "161", "FRAGOV")),
        ("The Tamil Tigers claimed to have shot down a Sri Lankan jet.", ("LKASEPLTT", "190", "LKAMIL")),
        (
            "The deal was agreed in talks on Friday between Kenyan envoy Ann Otieno and rebel leader Jan Deng.",
            ("KENGOV", "057", "REB"),
        ),
        ("Two Chadian soldiers died in an attack on a Sudanese bus.", ("", "190", "TCDMIL")),
        ("Kenya is investigating whether a Somali minister took bribes.", ("KEN", "091", "SOMGOV")),
        ('Iran rejected as "slander" a Kenyan report.', ("IRN", "016", "KEN")),
        ("Ghana urged Togo to punish Benin.", ("GHA", "020", "TGO")),
    ],
)
def test_constructions_find_who_is_meant_behind_an_aside(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Rather than negotiate with the rebels, Chad attacked Niger.", {("TCD", "190", "NER")}),
        ("The aim is ending the war between Chad and Niger.", set()),
        ("The assembly condemned Chad; only Niger and Togo voted against.", {("LEG", "111", "TCD")}),
        ("Ties between Peru and Chile will worsen.", set()),
        ("Gunmen in Mali took the miners hostage.", {("MLIUAF", "181", "MLILAB")}),
        ("Japan offers tourists advice on its website.", set()),
    ],
)
def test_constructions_give_nothing_beside_what_is_done(coder: Coder, text: str, only: set[Triple]) -> None:
    assert triples(coder, text) == only


@pytest.mark.parametrize("join", [", while ", ", and ", " as ", " after "])
@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (
            "Norway accused Chad of torture",
            "Peru expelled the Chilean ambassador",
            {("NOR", "1122", "TCD"), ("PER", "161", "CHLGOV")},
        ),
        (
            "Kenya threatened to impose sanctions on Uganda",
            "Qatar provided humanitarian assistance to Lebanon",
            {("KEN", "1312", "UGA"), ("QAT", "073", "LBN")},
        ),
    ],
)
def test_constructions_clauses_beside_each_other_do_not_mix(
    coder: Coder, first: str, join: str, second: str, wanted: set[Triple]
) -> None:
    assert triples(coder, f"{first}{join}{second}.") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Women marched in Lima, while Chad shelled Niger.", ("PERCVL", "141", "PER")),
        ("Policemen fanned out across Harare on Friday as Spain praised Peru.", ("ZWECOP", "153", "ZWE")),
    ],
)
def test_constructions_a_bare_role_is_of_the_land_of_its_clause(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "aside", ["already under pressure from lenders", "one of the poorest countries", "where elections are due in June"]
)
@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("positioned gunboats off Cyprus", ("TCD", "154", "CYP")),
        ("spurned dialogue with Guyana", ("TCD", "125", "GUY")),
        ("called on Japan to provide more aid", ("TCD", "023", "JPN")),
    ],
)
def test_constructions_a_verb_is_not_lost_behind_an_aside(coder: Coder, aside: str, told: str, wanted: Triple) -> None:
    assert triples(coder, f"Chad, {aside}, {told}.") == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Polish president said on Monday that Myanmar freed the opposition leader.", {("MMR", "0841", "MMROPP")}),
        ("France shelled a Syrian base; analysts had expected no less.", {("FRA", "194", "SYR")}),
        ("Poland's minister told reporters that Chad had suspended visas.", set()),
        ("Iran lashed two Christian converts, according to a Polish diplomat.", {("IRN", "1822", "IRNCHR")}),
    ],
)
def test_constructions_who_tells_it_lends_nothing(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya has insisted that rules be kept and has refused to meet Uganda.", {("KEN", "125", "UGA")}),
        (
            'Mr Duda said the bill "could have been clearer but it was not final" and accused Hungary of spying.',
            {("POLGOV", "1125", "HUN")},
        ),
        ("Japan is among the countries that condemned Iran.", {("JPN", "111", "IRN")}),
        ("Peru is one of ten states boycotting talks with Chile.", {("PER", "125", "CHL")}),
        ("Talks involving Togo and Benin will be held in Lome.", {("TGO", "036", "BEN"), ("BEN", "036", "TGO")}),
        (
            "The leaders of Peru and Chile stressed the importance of trade during a phone call.",
            {("PERGOV", "041", "CHLGOV"), ("CHLGOV", "041", "PERGOV")},
        ),
        ("Many in the Knesset criticised Egypt.", {("ISRLEG", "111", "EGY")}),
        ("French liberals criticised what they see as Poland's flirtation with Hungary.", {("FRAPTY", "111", "POL")}),
        ("France criticised Duda's handling of the crisis with Hungary.", {("FRA", "111", "POL")}),
        ("Rebel shells hit several districts in Damascus.", {("SYRREB", "194", "SYR")}),
        ("She's accused Iran of cheating.", {("", "1121", "IRN")}),
        ('"I think Russia is behind the attack," the Polish minister said.', {("POLGOV", "112", "RUS")}),
        ("I don't think Russia is behind the attack, the Polish minister said.", set()),
        ("Duda made allegations Tusk was running a spy ring.", {("POLGOV", "112", "POLGOV")}),
        ("A day after Chad and a group of 13 other states called on Mali to act, it did.", {("TCD", "020", "MLI")}),
        ('"We urge Iran to free the envoy," the statement said.', {("", "0253", "IRN")}),
    ],
)
def test_constructions_find_who_is_spoken_of_otherwise(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


def test_constructions_two_are_those_that_a_sentence_names(coder: Coder) -> None:
    found = triples(coder, "After years of tension between India and Pakistan, the two countries agreed to hold talks.")
    assert found == {("IND", "036", "PAK"), ("PAK", "036", "IND")}
    found = triples(coder, "Pope Francis met two Kenyan priests and asked the two leaders to pray.")
    assert ("VATGOV", "020", "VATGOV") not in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who says that he did not do it denies it, and only he
        ("Moldova said its guards had not fired at Romanian boats.", {("MDA", "016", "ROU")}),
        ("Moldova said Hungary had not fired at Romanian boats.", set()),
        # what is bidden, asked for or due without a word of asking
        ("Stop the raids, the Jordanian king told Syria.", {("JORGOV", "1056", "SYR")}),
        ("Fiji has got to free the sailors, the Tongan king said.", {("TONGOV", "1053", "FJI")}),
        ("Peru called for an end to Chilean raids on Bolivia.", {("PER", "0256", "CHL")}),
        ("Niger demanded that Benin expel French soldiers.", {("NER", "100", "BEN")}),
        # denied elsewhere than at the verb
        ("Under no circumstances will Oman sell gas to Yemen, its sultan said.", {("OMN", "1211", "YEM")}),
        ("Oman chose not to attend the Yemeni conference.", {("OMN", "125", "YEM")}),
        ("Oman is not ready for talks with Yemen.", {("OMN", "125", "YEM")}),
        ("Oman cannot agree to the Yemeni demand, its sultan said.", {("OMN", "124", "YEM"), ("YEM", "100", "OMN")}),
        ("Oman will not send troops to Yemen.", {("OMN", "1224", "YEM")}),
        # what a land's own minister warns of, what it is ready for, and to whom it makes it clear
        ("Chad will close its border with Libya, its interior minister warned.", {("TCDGOV", "132", "LBY")}),
        ("Chad is ready to strike Libya.", {("TCD", "1384", "LBY")}),
        ("Chad made it clear to Libya that it would strike back.", {("TCD", "1384", "LBY")}),
        # whoever gave it stands behind the gift
        ("Niger was guaranteed support by the United States.", {("USA", "033", "NER")}),
    ],
)
def test_constructions_refuse_deny_and_bid_without_a_word_for_it(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        # mishaps, wherever the sentence tells them
        "Four farmers were killed when the two lorries that carried them collided in Chad.",
        "Four farmers were killed when a small crop-spraying plane crashed into a van in Peru.",
        "Thirty villagers have been killed in the flood-hit Peruvian town of Ica.",
        "Two Peruvian soldiers died when a train hit a bus.",
        "A plane crash in Chad killed two French soldiers.",
        # plans and dates that offer nobody anything
        "Four Norwegian nurses plan changes in their pay.",
        "The Peruvian girl was due to join another school in Chad.",
        # who is asked does not ask
        "Asked what Peru would do, the Chadian minister said that he was tired.",
        "Norway has drilling operations in Chad.",
    ],
)
def test_constructions_leave_mishaps_and_plans_alone(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


def test_constructions_bombs_are_no_mishaps(coder: Coder) -> None:
    assert triples(coder, "Four Peruvian soldiers were killed when a bomb exploded.")
    assert triples(coder, "Four Peruvian soldiers were killed when a rocket crashed into their post.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten Polish tanks were handed over to Ukraine on Sunday.", ("POLMIL", "072", "UKR")),
        ("A consignment of Danish blankets was flown to Chad.", ("DNK", "073", "TCD")),
        ("Norwegian tents will be distributed to refugees in Chad.", ("NOR", "0333", "TCDREF")),
    ],
)
def test_constructions_goods_that_are_handed_over_are_given_by_whose_they_are(
    coder: Coder, text: str, wanted: Triple
) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    ["A letter from Peruvian bishops was sent to Chile.", "Two priests in Chad were given a fine of 50 Swiss francs."],
)
def test_constructions_what_is_written_or_fined_is_no_gift(coder: Coder, text: str) -> None:
    assert not {code for _, code, _ in triples(coder, text) if code[:2] in ("06", "07")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who goes on suffering or getting it is its target
        ("Chad continued to suffer attacks by Sudan.", {("SDN", "190", "TCD")}),
        ("Chad began to receive aid from Norway.", {("NOR", "070", "TCD")}),
        ("Chad kept being shelled by Sudan.", {("SDN", "194", "TCD")}),
        ("Chad is due to receive aid from Norway.", {("NOR", "033", "TCD")}),
        ("Chad stopped receiving aid from Norway.", {("NOR", "162", "TCD")}),
        ("Chad wants to get arms from Norway.", {("TCD", "0232", "NOR")}),
        ("Chad continued to buy oil from Sudan.", {("TCD", "061", "SDN")}),
        # a fault that is told of another
        ("Peru's premier said Chile was overreacting.", {("PERGOV", "111", "CHL")}),
    ],
)
def test_constructions_go_on_with_what_others_do(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # aircraft need not be of the land that they strike
        ("Warplanes bombed a market in Idlib.", {("MIL", "195", "SYR")}),
        ("Government jets bombed a market in Idlib.", {("SYRMIL", "195", "SYR")}),
        # what is blasted is a place, or those who rule in it
        ("Sudan's army blasted rebel positions.", {("SDNMIL", "190", "SDNREB")}),
        ("Chad blasted Sudan for the delay.", {("TCD", "111", "SDN")}),
        ("Chad's shipments of ammunition from Libya continued.", {("LBY", "072", "TCD")}),
        ("The premier gave a strong defence of Norway.", {("GOV", "052", "NOR")}),
    ],
)
def test_constructions_tell_who_struck_and_who_sent(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what one says of oneself is no other's
        ("Iran pronounced itself ready for talks with Oman.", {("IRN", "036", "OMN")}),
        ("Peru declared itself unwilling to return the ship to Chile.", {("PER", "1243", "CHL")}),
        # a perfect whose object seemed to be what somebody had or said
        ("Ecuador has concentrated troops near its southern border with Peru.", {("ECU", "154", "PER")}),
        ("Norway said Chad had concocted charges.", {("NOR", "112", "TCD")}),
        # who means to go on striking waits for others to move
        ("Peruvian nurses vowed to prolong their strike until Chile pays.", {("PERHLH", "1242", "CHL")}),
        (
            "Peru is trying to patch up the quarrel between Sudan and Chad.",
            {("PER", "045", "SDN"), ("PER", "045", "TCD")},
        ),
    ],
)
def test_constructions_say_it_of_oneself_and_keep_it_up(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose army gets it, where the number of what it gets stands behind it
        ("Norway gave Chad's army 40 armoured vehicles.", {("NOR", "072", "TCDMIL")}),
        ("A Greek team pulled 19 people from the rubble in southern Peru.", {("GRC", "073", "PERCVL")}),
        ("Norway began piping gas to Poland.", {("NOR", "061", "POL")}),
        ("Peru and Chile set up a common border patrol centre.", {("PER", "060", "CHL"), ("CHL", "060", "PER")}),
    ],
)
def test_constructions_tell_what_is_given_and_to_whom(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
