package io.httpcached.processor;

import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;

/**
 * Visitors that read the constructors of controllers, as visitors of other modules do. If a constructor refers to a class that does not
 * exist yet, the compiler visits the controller again in the next round.
 */
public final class ConstructorReaders {

    private ConstructorReaders() {}

    private abstract static class ConstructorReader implements TypeElementVisitor<Object, Object> {

        private final String controller;
        private final int order;

        ConstructorReader(String controller, int order) {
            this.controller = controller;
            this.order = order;
        }

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public VisitorKind getVisitorKind() {
            return VisitorKind.ISOLATING;
        }

        @Override
        public TypeElementQuery query() {
            return TypeElementQuery.onlyClass();
        }

        @Override
        public void visitClass(ClassElement type, VisitorContext context) {
            if (type.getName().equals(controller)) {
                var unused = type.getPrimaryConstructor();
            }
        }
    }

    /** Reads a controller before the visitor of this module. */
    public static final class Earlier extends ConstructorReader {

        public Earlier() {
            super("typed.OrderController", 1000);
        }
    }

    /** Reads another one after the visitor of this module. */
    public static final class Later extends ConstructorReader {

        public Later() {
            super("typed.StockController", -1000);
        }
    }
}
