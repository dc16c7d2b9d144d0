# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""Functions of odd shapes, out of shapes/: texts in which some things are left to chance.

    @        a name's end, of this program's own         $a $b $c  a digit, the same throughout
    $T       one of the types that log what happens      <?x|y?>   one of these
    //run:   what is called, with `int n` from 0 to 4
"""

import os
import re

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shapes")


def names():
    return sorted(name for name in os.listdir(FOLDER) if name.endswith(".shape"))


def shape(rng, name, number):
    """(definitions, [statements to be run])"""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"<\?(.*?)\?>", lambda m: rng.choice(m.group(1).split("|")), text, flags=re.S)
    for letter in "abc":
        text = text.replace("$" + letter, str(rng.randint(0 if letter != "c" else 1, 9)))
    text = text.replace("$T", rng.choice(["Full", "CopyOnly", "MoveOnly"])).replace("@", number)
    lines = text.splitlines()
    runs = [line[len("//run:"):].strip() for line in lines if line.startswith("//run:")]
    return "\n".join(line for line in lines if not line.startswith("//run:")) + "\n", runs
