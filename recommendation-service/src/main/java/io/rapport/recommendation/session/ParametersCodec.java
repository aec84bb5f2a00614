package io.rapport.recommendation.session;

import java.io.IOException;

/** Session parameters as bytes: a number for each kind of formula, then its values. */
final class ParametersCodec {
    private ParametersCodec() {}

    static void write(SessionParameters parameters, SnapshotWriter out) throws IOException {
        out.writeCount(parameters.sampleSize());
        out.writeCount(parameters.neighbours());
        out.writeCount(parameters.longestQuery());
        write(parameters.query().decay(), out);
        out.writeDouble(parameters.query().rarityPower());
        write(parameters.neighbour().match(), out);
        out.writeDouble(parameters.neighbour().overlapPower());
        out.writeDouble(parameters.neighbour().lengthPower());
        out.writeDouble(parameters.neighbour().agePower());
        write(parameters.anchor().forward(), out);
        out.writeDouble(parameters.anchor().backwardGain());
        write(parameters.anchor().backward(), out);
        write(parameters.rarity(), out);
    }

    static SessionParameters read(SnapshotReader in) throws IOException {
        return new SessionParameters(
                in.readCount(),
                in.readCount(),
                in.readCount(),
                new SessionParameters.QueryWeight(readDecay(in), in.readDouble()),
                new SessionParameters.NeighbourWeight(readDecay(in), in.readDouble(), in.readDouble(), in.readDouble()),
                new SessionParameters.AnchorWeight(readDecay(in), in.readDouble(), readDecay(in)),
                readRarity(in));
    }

    private static void write(Decay decay, SnapshotWriter out) throws IOException {
        if (decay instanceof Decay.None) {
            out.writeCount(0);
        } else if (decay instanceof Decay.Position) {
            out.writeCount(1);
        } else if (decay instanceof Decay.Linear linear) {
            out.writeCount(2);
            out.writeDouble(linear.slope());
        } else if (decay instanceof Decay.Exponential exponential) {
            out.writeCount(3);
            out.writeDouble(exponential.scale());
        }
    }

    private static Decay readDecay(SnapshotReader in) throws IOException {
        int kind = in.readCount();
        return switch (kind) {
            case 0 -> Decay.NONE;
            case 1 -> Decay.POSITION;
            case 2 -> new Decay.Linear(in.readDouble());
            case 3 -> new Decay.Exponential(in.readDouble());
            default -> throw new CorruptSnapshotException("there is no decay of kind " + kind);
        };
    }

    private static void write(Rarity rarity, SnapshotWriter out) throws IOException {
        if (rarity instanceof Rarity.Power power) {
            out.writeCount(1);
            out.writeDouble(power.power());
        } else {
            out.writeCount(0);
        }
    }

    private static Rarity readRarity(SnapshotReader in) throws IOException {
        int kind = in.readCount();
        return switch (kind) {
            case 0 -> new Rarity.InverseFrequency();
            case 1 -> new Rarity.Power(in.readDouble());
            default -> throw new CorruptSnapshotException("there is no rarity of kind " + kind);
        };
    }
}
