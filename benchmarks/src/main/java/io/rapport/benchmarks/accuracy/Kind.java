package io.rapport.benchmarks.accuracy;

/** The models that are compared on every set, in the order of the tables. */
enum Kind {
    POPULARITY_EVER("popularity, all of time"),
    POPULARITY_DECAYED("popularity, decayed"),
    ITEM_KNN("item-kNN"),
    PUBLISHED_KNN("VMIS-kNN as published"),
    REFINED_KNN("VMIS-kNN, refined weights"),
    MIXED("weighted mix"),
    OURS("ours");

    final String title;

    Kind(String title) {
        this.title = title;
    }
}
