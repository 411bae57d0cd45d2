"""PLOVER's codes for actors: what they do (`Sector`), and what stands for a country (`Body`).

Used by the lexicon's loaders, which refuse any other code, and by `actors/`. Source: the PLOVER
manual (2024), chapter on actors. CAMEO's MED and HLH are settled as PLOVER does it: JRN are
journalists, MED is medicine.
"""

from __future__ import annotations

from typing import Literal

Sector = Literal[
    "AGR",  # farmers and farming
    "BUS",  # business, companies, their chambers
    "COP",  # police and other law enforcement
    "CRM",  # organised crime
    "CVL",  # civilians, ordinary people
    "EDU",  # schools, universities, students, researchers
    "ELI",  # elites: former office holders, celebrities, royals without office
    "GOV",  # the executive
    "JRN",  # journalists, media
    "JUD",  # courts, prosecutors
    "LAB",  # workers, unions
    "LEG",  # parliaments and their members
    "MED",  # doctors, hospitals, health bodies
    "MIL",  # the armed forces of a state
    "OPP",  # political opposition
    "PRE",  # prisoners, detainees
    "PRM",  # paramilitary forces on the side of a state
    "PTY",  # political parties
    "REB",  # armed groups against a state
    "REF",  # refugees, displaced people
    "REL",  # religious bodies and leaders
    "SOC",  # civil society, activists, associations
    "SPY",  # intelligence services
    "UAF",  # armed groups that are neither of the state nor known rebels
    "UNK",  # unknown
]

Body = Literal[
    "EUR",  # the European Union and its organs
    "IGO",  # other organisations of states
    "IMG",  # international militant groups
    "ISM",  # international social movements
    "MNC",  # companies in many countries
    "NGO",  # international non-governmental organisations
    "UNO",  # the United Nations and their organs
]
