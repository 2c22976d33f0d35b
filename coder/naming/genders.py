"""Whether a person is a man or a woman, as titles, roles and given names of the news tell it."""

from typing import Final

_SHE: Final = frozenset(
    """
    spokeswoman chairwoman congresswoman businesswoman policewoman queen princess woman mother wife daughter
    sister mrs ms miss madam lady actress angela hillary theresa maria julia yulia aung condoleezza madeleine
    christine nancy federica ursula margaret indira benazir cristina dilma tarja helen hasina yingluck susan
    samantha catherine jacinda sanna mette kamala liz nikki giorgia marine ellen joyce atifete dalia kolinda
    erna megawati gloria corazon violeta isabel golda tzipi ayelet hanan asma leila fatima aisha anna anne
    annegret elena irina olga natalia svetlana tatiana valentina victoria elizabeth jane mary sarah laura karen
    barbara patricia jennifer linda janet carla sofia lucia eva katarina zuzana vjosa maia salome roza annalena
    heather zakharova merkel
    """.split()
)
_HE: Final = frozenset(
    """
    spokesman chairman congressman businessman policeman king prince emir sultan man father husband son brother
    mr sir lord sheikh imam ayatollah pope cleric vladimir dmitry sergei sergey barack bill donald joe john
    james robert michael william david richard thomas mark paul kevin peter recep ahmet mohammed mohammad
    muhammad mahmoud mahmud hassan hussein ali bashar hosni muammar saddam nouri haider hamid ashraf benjamin
    ariel ehud yasser ban kofi antonio boutros francois nicolas jacques emmanuel gerhard helmut olaf tony gordon
    boris silvio matteo mario jose luis carlos hugo juan evo rafael fidel raul nelson thabo jacob yoweri omar
    idriss xi hu shinzo junichiro narendra manmohan nawaz pervez imran asif viktor volodymyr petro alexander
    leonid igor ivan nikolai yuri anatoly mikhail andrei alexei oleg lech walid faisal abdullah khalid saad
    rafik hasan ismail khaled ibrahim yusuf rodrigo joko francisco pedro miguel manuel
    """.split()
)


def gender_of(words: frozenset[str]) -> str:
    """Tell a person's gender from title, role or given name; "" when they do not say.

    >>> gender_of(frozenset({"spokeswoman", "lee"})), gender_of(frozenset({"minister", "lee", "ann"}))
    ('f', '')
    """
    plain = {word.rstrip(".") for word in words}
    she, he = plain & _SHE, plain & _HE
    return "f" if she and (not he or any(w.endswith("woman") for w in she)) else "m" if he and not she else ""
