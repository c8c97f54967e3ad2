package io.bridgehead.crooked.shelf;

class ShelfImpl {}
